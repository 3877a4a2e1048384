declare const kind: unique symbol;

/** The name of one entity. The kind exists only for the compiler, so a story cannot be asked for by a box's id. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** The name of a page; it stays when pages are reordered. */
export type PageId = Id<"page">;
/** The name of a box, unique in the issue. */
export type BoxId = Id<"box">;
/** The name of a story. */
export type StoryId = Id<"story">;
/** The name of an article. */
export type ArticleId = Id<"article">;
/** The name of a picture file: the SHA-256 of its bytes in lower-case hexadecimal. */
export type AssetId = Id<"asset">;
export type SwatchId = Id<"swatch">;
/** The name of a paragraph style. */
export type ParagraphStyleId = Id<"paragraphStyle">;
/** The name of a character style. */
export type CharacterStyleId = Id<"characterStyle">;
/** The name of a font: its PostScript name, such as `NotoSerifSC-Regular`. */
export type FontId = Id<"font">;
