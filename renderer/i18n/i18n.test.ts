import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst } from "vite";
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { chooseLanguage, createTranslator, otherLanguage } from "./i18n";
import { zh } from "./zh";

type Tree = { readonly [key: string]: string | Tree };

/** All sentences of a language by their full keys. */
function sentences(tree: Tree, before = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(before + key, value);
    else for (const [inner, text] of sentences(value, `${before}${key}.`)) found.set(inner, text);
  }
  return found;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1] ?? "").sort();
}

const chinese = sentences(zh);
const english = sentences(en);

describe("the languages", () => {
  it("have the same sentences", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it("fill in the same values in each sentence", () => {
    for (const [key, text] of chinese) {
      expect(placeholders(english.get(key) ?? ""), key).toEqual(placeholders(text));
    }
  });

  it("leave no sentence empty and none in the other language", () => {
    const han = /\p{Script=Han}/u;
    const quoted = /小五|三号|字|中文/gu;
    for (const [key, text] of english) {
      expect(text.trim(), key).not.toBe("");
      expect(han.test(text.replace(quoted, "")), `${key}: ${text}`).toBe(false);
    }
    for (const [key, text] of chinese) expect(text.trim(), key).not.toBe("");
  });
});

describe("the translator", () => {
  const memory = () => {
    const kept = new Map<string, string>();
    return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  };

  it("speaks Chinese where nothing was chosen, and at once", () => {
    expect(createTranslator(memory()).t("actions.file.save")).toBe("保存");
  });

  it("speaks the chosen language in this window and the next", () => {
    const kept = memory();
    const translator = createTranslator(kept);
    chooseLanguage(translator, kept, otherLanguage(translator.language));
    expect(translator.t("actions.file.save")).toBe("Save");
    expect(createTranslator(kept).t("actions.file.save")).toBe("Save");
    expect(otherLanguage("en")).toBe("zh-CN");
  });

  it("shows markup in a document's words as they are", () => {
    const words = createTranslator(memory()).t("dialogs.unsaved.body", { name: "<b>A&B</b>" });
    expect(words).toContain("<b>A&B</b>");
  });
});

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

describe("undo steps", () => {
  it("have a name each", () => {
    const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/u.test(name) && !/\.test\.|testing/u.test(name));
    const labels = new Set<string>();
    for (const name of sources) {
      const source = readFileSync(join(root, name), "utf8");
      for (const match of source.matchAll(/(?:\blabel: |beginGesture\()"([a-z-]+)"/gu)) labels.add(match[1] ?? "");
    }
    expect(labels.size).toBeGreaterThan(10);
    for (const label of labels) expect(Object.hasOwn(zh.steps, label), label).toBe(true);
  });
});

describe("the components", () => {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx") && !name.includes(".test."));

  it("hold no words that a user can see", () => {
    expect(files.length).toBeGreaterThan(30);
    for (const name of files) expect(wordsIn(readFileSync(join(root, name), "utf8")), name).toEqual([]);
  });

  it("find words where some are planted", () => {
    expect(wordsIn('export const a = () => <p title="Open" className="x">Save <b>{"保存"}</b></p>;')).toEqual(["Open", "Save", "保存"]);
  });

  it("never turn text into markup", () => {
    for (const name of files) {
      expect(/innerHTML|insertAdjacentHTML|document\.write/iu.test(readFileSync(join(root, name), "utf8")), name).toBe(false);
    }
  });
});

const shownAttributes = new Set(["title", "label", "placeholder", "alt", "aria-label", "aria-description", "description", "unit", "hint"]);

/** The words of a component's source that would be shown or read out: text between tags and in telling attributes. */
function wordsIn(source: string): string[] {
  const words: string[] = [];
  const note = (text: string) => {
    if (/\p{L}{2,}|\p{Script=Han}/u.test(text)) words.push(text.trim());
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    const fields: Record<string, unknown> = { ...node };
    if (fields["type"] === "JSXText") note(String(fields["value"]));
    if (fields["type"] === "Literal" && typeof fields["value"] === "string" && /\p{Script=Han}/u.test(fields["value"])) note(fields["value"]);
    if (fields["type"] === "JSXAttribute" && shownAttributes.has(nameOf(fields["name"]))) {
      const value: unknown = fields["value"];
      if (typeof value === "object" && value !== null && "type" in value && value.type === "Literal" && "value" in value) {
        return note(String(value.value));
      }
    }
    for (const [key, value] of Object.entries(fields)) if (key !== "loc") visit(value);
  };
  visit(parseAst(source, { lang: "tsx" }));
  return words;
}

function nameOf(node: unknown): string {
  return typeof node === "object" && node !== null && "name" in node ? String(node.name) : "";
}
