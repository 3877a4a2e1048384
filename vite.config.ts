import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "renderer",
  // Relative, because Electron serves the window under its own scheme and the browser shell at an address.
  base: "./",
  plugins: [react()],
  // It finds its WebAssembly beside its own module, which bundling ahead of time would move away.
  optimizeDeps: { exclude: ["harfbuzzjs"] },
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    // harfbuzzjs awaits its WebAssembly at top level.
    target: "es2023",
    sourcemap: true,
    // Nothing inline: the window's content security policy allows the program's own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
