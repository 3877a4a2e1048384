import { importTable } from "./importTable.mjs";

const layers = Object.keys(importTable);

/** Matches an import that reaches into a layer from another folder, whatever the number of steps up. */
function importOf(layer) {
  return `^(\\.\\./)+(shared/)?${layer.replace("shared/", "")}(/|$)`;
}

function forbiddenFor(folder, allowed) {
  const mayUse = (layer) => allowed.includes(layer) || (allowed.includes("shared") && layer.startsWith("shared/"));
  const forbidden = layers.filter((layer) => layer !== folder && !mayUse(layer));
  const patterns = forbidden.map((layer) => ({ regex: importOf(layer), message: `${folder} must not know ${layer}.` }));
  if (folder.startsWith("shared/")) {
    patterns.push({ regex: "^node:", message: "shared/ is pure: what it needs from the machine is passed in." });
    patterns.push({ regex: "^(harfbuzzjs|sharp|electron|react|konva|@napi-rs)", message: "shared/ knows no library of a machine." });
  }
  if (folder !== "electron") patterns.push({ regex: "^electron$", message: "Only electron/ may import electron." });
  return patterns;
}

/** The whole lint configuration: a few chosen rules, the import table, and the bans that keep `shared/` deterministic. */
export function lintRules() {
  return {
    $schema: "./node_modules/oxlint/configuration_schema.json",
    plugins: ["typescript", "import", "react"],
    categories: { correctness: "error" },
    ignorePatterns: ["dist", "out", "node_modules", "test-results"],
    rules: {
      "typescript/no-explicit-any": "error",
      "typescript/no-floating-promises": "error",
      "typescript/no-misused-promises": "error",
      "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "import/no-cycle": "error",
      "import/no-default-export": "error",
      "no-console": "off",
      eqeqeq: "error",
    },
    overrides: [
      ...layers.map((folder) => ({
        files: [`${folder}/**/*.ts`, `${folder}/**/*.tsx`],
        excludeFiles: ["**/*.test.ts", "**/*.test.tsx", "**/testing/**"],
        rules: { "no-restricted-imports": ["error", { patterns: forbiddenFor(folder, importTable[folder]) }] },
      })),
      {
        files: ["shared/**/*.ts"],
        excludeFiles: ["**/*.test.ts", "**/testing/**"],
        rules: {
          "no-restricted-globals": ["error", { name: "Date", message: "shared/ has no clock." }, { name: "Intl", message: "shared/ has no locale." }],
          "no-restricted-properties": [
            "error",
            { object: "Math", property: "random", message: "shared/ has no randomness." },
            { property: "localeCompare", message: "shared/ has no locale." },
            { property: "toLocaleString", message: "shared/ has no locale." },
          ],
        },
      },
      { files: ["*.config.ts", "scripts/**"], rules: { "import/no-default-export": "off" } },
    ],
  };
}
