import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lintRules } from "./lintRules.mjs";
import { projectRoot } from "./setup.mjs";

const scratch = mkdtempSync(join(tmpdir(), "broadsheet-planted-"));
symlinkSync(join(projectRoot, "node_modules"), join(scratch, "node_modules"));
for (const file of [".oxlintrc.json", "tsconfig.base.json"]) cpSync(join(projectRoot, file), join(scratch, file));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function run(command, args) {
  const { stdout, stderr } = spawnSync(process.execPath, [join(projectRoot, "node_modules", command), ...args], {
    cwd: scratch,
    encoding: "utf8",
  });
  return stdout + stderr;
}

/** What lint says of one file planted at a path of the project. */
function lintOf(path, code) {
  mkdirSync(join(scratch, path, ".."), { recursive: true });
  writeFileSync(join(scratch, path), code);
  const answer = run("oxlint/bin/oxlint", [path]);
  rmSync(join(scratch, path));
  return answer;
}

describe("the import table", () => {
  it("is what the lint configuration says", () => {
    const written = JSON.parse(readFileSync(join(projectRoot, ".oxlintrc.json"), "utf8"));
    expect(written, "run node scripts/writeLintRules.mjs").toEqual(lintRules());
  });

  it.each([
    ["shared/model/planted.ts", "../layout/flow", "shared/model must not know shared/layout"],
    ["shared/text/planted.ts", "../model/document", "shared/text must not know shared/model"],
    ["shared/export/pdf/planted.ts", "../../../host/createHost", "shared/export must not know host"],
    ["shared/layout/planted.ts", "node:fs", "shared/ is pure"],
    ["renderer/planted.ts", "../host/createHost", "renderer must not know host"],
    ["renderer/panels/planted.ts", "../../electron/ipc", "renderer must not know electron"],
    ["host/planted.ts", "../cli/main", "host must not know cli"],
    ["host/planted.ts", "electron", "Only electron/ may import electron"],
    ["electron/planted.ts", "../shared/layout/flow", "electron must not know shared/layout"],
    ["reader/planted.ts", "../shared/model/document", "reader must not know shared/model"],
    ["e2e/planted.ts", "../shared/model/document", "e2e must not know shared/model"],
  ])("rejects %s importing %s", (path, target, complaint) => {
    const answer = lintOf(path, `import { thing } from "${target}";\nexport const planted = thing;\n`);
    expect(answer).toContain(complaint);
  });

  it("rejects a clock, randomness and a locale in shared/", () => {
    const answer = lintOf(
      "shared/layout/planted.ts",
      'export const planted = [Math.random(), new Date(), "a".localeCompare("b"), new Intl.Segmenter()];\n',
    );
    for (const reason of ["no clock", "no randomness", "no locale"]) expect(answer).toContain(reason);
  });
});

describe("the compiler", () => {
  it("knows no window and no machine in shared/", () => {
    mkdirSync(join(scratch, "shared"), { recursive: true });
    cpSync(join(projectRoot, "shared/tsconfig.json"), join(scratch, "shared/tsconfig.json"));
    const names = ["window", "document", "process", "Buffer", "TextEncoder", "crypto", "performance", "console", "setTimeout", "URL"];
    writeFileSync(
      join(scratch, "shared/planted.ts"),
      `import "node:fs";\n${names.map((name, i) => `export const planted${i}: unknown = ${name};`).join("\n")}\n`,
    );
    const answer = run("typescript/bin/tsc", ["-p", "shared", "--noEmit", "--composite", "false", "--emitDeclarationOnly", "false"]);
    for (const name of names) expect(answer).toContain(`'${name}'`);
    expect(answer).toContain("node:fs");
  });
});
