import { build } from "esbuild";

/** Bundles one TypeScript file to a module that plain Node can run, for tests that need a process of its own. */
export async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["sharp", "pdfjs-dist", "@napi-rs/canvas", "harfbuzzjs", "electron"],
    logLevel: "warning",
  });
}
