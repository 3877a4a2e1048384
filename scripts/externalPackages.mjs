/** Kept out of the bundles: native code, WebAssembly beside its module, and Electron itself. */
export const external = ["sharp", "pdfjs-dist", "@napi-rs/canvas", "harfbuzzjs", "jieba-wasm", "electron"];

/** Some bundled packages are CommonJS and ask for Node's own modules by `require`; it is made where one does, not in every file. */
export const requireBanner = {
  js: 'import { createRequire as __createRequire } from "node:module"; const require = (name) => __createRequire(import.meta.url)(name);',
};
