import type { Rule } from "../rule";
import { boxRules } from "./boxRules";
import { colourRules } from "./colourRules";
import { contentRules } from "./contentRules";
import { fileRules } from "./fileRules";
import { fontRules } from "./fontRules";
import { interactionRules } from "./interactionRules";
import { metadataRules } from "./metadataRules";
import { newspaperRules } from "./newspaperRules";
import { outputRules } from "./outputRules";
import { pictureRules } from "./pictureRules";
import { structureRules } from "./structureRules";
import { transparencyRules } from "./transparencyRules";

const listed = [
  ...fileRules,
  ...metadataRules,
  ...outputRules,
  ...boxRules,
  ...colourRules,
  ...transparencyRules,
  ...pictureRules,
  ...fontRules,
  ...contentRules,
  ...interactionRules,
  ...newspaperRules,
  ...structureRules,
] as const;

/** The names of all rules; each has a sentence in each language. */
export type RuleId = (typeof listed)[number]["id"];

/** Every rule there is, part by part. */
export const allRules: readonly Rule<RuleId>[] = listed;
