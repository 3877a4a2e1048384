const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const ASSET_NAME = /^[0-9a-f]{64}$/;

/**
 * Whether a text may name an entity: up to 100 ASCII letters, digits, dots, hyphens and underscores, a letter or digit
 * first, and no name that every object inherits, such as `constructor`.
 */
export function isIdName(name: string): boolean {
  return NAME.test(name) && !(name in Object.prototype);
}

/** Whether a text may name a picture file: a SHA-256 in lower-case hexadecimal. */
export function isAssetName(name: string): boolean {
  return ASSET_NAME.test(name);
}
