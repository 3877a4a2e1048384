import { writeFileSync } from "node:fs";
import { lintRules } from "./lintRules.mjs";

writeFileSync(new URL("../.oxlintrc.json", import.meta.url), `${JSON.stringify(lintRules(), null, 2)}\n`);
