/** Kept out of the bundles: native code, WebAssembly beside its module, and Electron itself. */
export const external = ["sharp", "pdfjs-dist", "@napi-rs/canvas", "harfbuzzjs", "jieba-wasm", "electron"];
