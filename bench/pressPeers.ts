import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The peers' own work, made for this run: what to set, and with what to compare. */
export interface PressPeers {
  /** The operations of the front page. */
  readonly operations: string;
  readonly photo: string;
  /** Typst, or why it is not here. */
  readonly typst: TypstPeer | string;
}

/** How Typst's page is built, whole and warm. */
export interface TypstPeer {
  readonly source: string;
  /** Node's arguments for a cold build into a file. */
  build(pdf: string): readonly string[];
  /** Where Node finds the compiler. */
  readonly folder: string;
  /** The warm export of Typst's, layout known, in milliseconds. */
  warmMilliseconds(): number;
  /** Page sizes and fonts are the same; these are the font files. */
  readonly fonts: string;
}

const FONTS = "/usr/share/fonts/opentype/noto";

/**
 * Makes the peers' page with the scripts that lie beside the repository. `typstFolder` holds
 * `@myriaddreamin/typst-ts-node-compiler`. Answers why not where something is missing.
 */
export function preparePeers(projectRoot: string, scratch: string, samplePhoto: string, typstFolder: string | undefined): PressPeers | string {
  const scripts = join(projectRoot, "..", "shared", "bench", "peers");
  if (!existsSync(join(scripts, "build-issue.mjs"))) return `the peers' scripts are not in ${scripts}`;
  const drawn = join(scratch, "photo.jpg");
  // The photo needs Pillow; without it any photo does, as all programs take the file as it is.
  const isDrawn = spawnSync("/usr/bin/python3", [join(scripts, "make-photo.py"), drawn], { stdio: "ignore" }).status === 0;
  const photo = isDrawn ? drawn : samplePhoto;
  const operations = join(scratch, "issue-1.json");
  run(scripts, "build-issue.mjs", ["--pages", "1", "--photo", photo, "--out", operations]);
  return { operations, photo, typst: prepareTypst(scripts, scratch, operations, typstFolder) };
}

function prepareTypst(scripts: string, scratch: string, operations: string, folder: string | undefined): TypstPeer | string {
  if (folder === undefined) return "BROADSHEET_TYPST names no folder with @myriaddreamin/typst-ts-node-compiler";
  if (!existsSync(join(folder, "node_modules", "@myriaddreamin", "typst-ts-node-compiler"))) return `Typst is not in ${folder}`;
  if (!existsSync(FONTS)) return `its fonts are not in ${FONTS}`;
  const source = join(scratch, "page.typ");
  run(scripts, "gen.mjs", ["--to", "typst", "--issue", operations, "--out", source]);
  return {
    source, folder, fonts: FONTS,
    build: (pdf) => [join(scripts, "typst-build.mjs"), source, pdf, FONTS],
    warmMilliseconds: () => {
      const report = JSON.parse(run(scripts, "warm-typst.mjs", [operations, join(scratch, "warm.json"), FONTS], folder)) as { sameSource: { pdfMs: number } }; // as that script prints it
      return report.sameSource.pdfMs;
    },
  };
}

function run(scripts: string, script: string, args: readonly string[], cwd?: string): string {
  return execFileSync(process.execPath, [join(scripts, script), ...args], { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });
}
