/**
 * What no derived file may hold: controls but tab and line ends, lone surrogates and noncharacters, which XML forbids, and
 * the embedding, override and isolate marks that would let one title turn the words of its neighbours round.
 */
const UNSAFE = /[\u202a-\u202e\u2066-\u2069]|\p{Cs}|\p{Noncharacter_Code_Point}|(?![\t\n\r])\p{Cc}/gu;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text without the characters that no derived file may hold. */
export function safeText(text: string): string {
  return text.replace(UNSAFE, "");
}

/** Text as it may stand in HTML, XML and SVG, in content and in quoted attributes: the one way from words to mark-up. */
export function markup(text: string): string {
  return safeText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Attributes with a blank before each; what is null or false is left out, what is true has no value. */
export function attributes(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      if (value === null || value === undefined || value === false) return "";
      return value === true ? ` ${name}` : ` ${name}="${markup(String(value))}"`;
    })
    .join("");
}
