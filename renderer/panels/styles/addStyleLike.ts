import { addCharacterStyle, addParagraphStyle } from "../../../shared/commands/styles";
import type { CharacterStyleId, ParagraphStyleId } from "../../../shared/model/ids";
import type { Editor } from "../../editor/editor";
import type { EditedStyle } from "../../window/windowStore";
import { freeStyleName } from "./styleName";

/** Adds a copy of a style under the first free name; answers the new style, or null where it was refused. */
export function addStyleLike(editor: Editor, like: EditedStyle, name: (number: number) => string): EditedStyle | null {
  const { document } = editor.store.getState();
  const taken = (styles: Readonly<Record<string, { readonly name: string }>>) => Object.values(styles).map((style) => style.name);
  if (like.id === null) return null;
  if (like.kind === "paragraph") {
    const id = editor.newId<ParagraphStyleId>();
    const args = { styleId: id, like: like.id, name: freeStyleName(name, taken(document.paragraphStyles)) };
    return editor.run(addParagraphStyle, args, { label: "add-style" }).ok ? { kind: "paragraph", id } : null;
  }
  const id = editor.newId<CharacterStyleId>();
  const args = { styleId: id, like: like.id, name: freeStyleName(name, taken(document.characterStyles)) };
  return editor.run(addCharacterStyle, args, { label: "add-style" }).ok ? { kind: "character", id } : null;
}
