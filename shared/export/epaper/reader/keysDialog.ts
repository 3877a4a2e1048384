import { word, wordLabel, type ReaderWord } from "./readerWords";
import { toolButton } from "./readerDocument";

const KEYS: readonly (readonly [keys: readonly string[], meaning: ReaderWord])[] = [
  [["Tab"], "keyTab"],
  [["Enter", "Esc"], "keyArticle"],
  [["←", "→"], "keySteps"],
  [["+", "−", "0"], "keyZoom"],
  [["/"], "keySearch"],
];

/** The dialog that says what keys and wheel do. */
export function keysDialog(): string {
  const rows = KEYS.map(([keys, meaning]) => `<dt>${keys.map((key) => `<kbd>${key}</kbd>`).join(" ")}</dt><dd>${word(meaning)}</dd>`);
  return [
    `<dialog class="keys"${wordLabel("help")}>`,
    `<h2>${word("help")}</h2>`,
    `<dl>${rows.join("")}</dl>`,
    `<p>${word("keyWheel")}</p>`,
    toolButton("close-dialog", "close", "close"),
    "</dialog>",
  ].join("\n");
}
