import { createComposer } from "../../shared/layout/composer";
import { createCopyfitter } from "../../shared/layout/copyfit/copyfitter";
import type { IssueLayout } from "../../shared/layout/issueLayout";
import type { IssueDocument } from "../../shared/model/document";
import { createEditor, type Editor } from "../editor/editor";
import type { OpenFile } from "../editor/session";
import type { FontLibrary } from "./fontLibrary";
import { fontsOfDocument } from "./fontsOfDocument";

/** What the window's editor is made of. */
export interface OpenEditorOptions {
  readonly document: IssueDocument;
  readonly file: OpenFile | null;
  readonly fonts: FontLibrary;
  readonly newId: () => string;
}

/**
 * An editor whose document's fonts are there. Fonts that a later edit or another issue asks for are fetched when they
 * are first wanted, fallback fonts when a character is missing; then the pages are set anew.
 */
export async function openEditor({ document, file, fonts, newId }: OpenEditorOptions): Promise<Editor> {
  await fonts.ensure(fontsOfDocument(document));
  const editor = createEditor({ document, file, newId, composer: createComposer(fonts.source), copyfitter: createCopyfitter(fonts.source) });
  const fetchMissing = async () => {
    const state = editor.store.getState();
    const wanted = new Set(fontsOfDocument(state.document));
    if (lacksCharacters(state.layout)) for (const fontId of fonts.source.fallbackFontIds) wanted.add(fontId);
    if (await fonts.ensure(wanted)) {
      editor.useComposer(createComposer(fonts.source), createCopyfitter(fonts.source));
    }
  };
  editor.store.subscribe((state, before) => {
    if (state.layout !== before.layout) void fetchMissing();
  });
  await fetchMissing();
  return editor;
}

function lacksCharacters(layout: IssueLayout): boolean {
  for (const flow of layout.flows.values()) if (flow.missing.length > 0) return true;
  return false;
}
