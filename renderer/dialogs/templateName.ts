import type { TFunction } from "i18next";

const knownTemplates = ["blank-broadsheet", "blank-tabloid", "front-page-tabloid"] as const;

/** What a template is called in the language of the window; a name that a newer host sends is shown as it is. */
export function templateName(t: TFunction, template: string): string {
  const known = knownTemplates.find((name) => name === template);
  return known === undefined ? template : t(`dialogs.templates.${known}`);
}
