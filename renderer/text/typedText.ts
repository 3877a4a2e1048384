import { setPicture } from "../../shared/commands/pictures";
import { replaceText, setTitlePart } from "../../shared/commands/stories";
import type { FlowPlace } from "../../shared/layout/caret";
import type { FlowKey, FlowLayout, IssueLayout } from "../../shared/layout/issueLayout";
import type { IssueDocument, TitleRole } from "../../shared/model/document";
import type { BoxId, StoryId } from "../../shared/model/ids";
import { lookUp, pictureOfCaption, storyOfTitleFrame } from "../../shared/model/indexes";
import { storedOffset } from "../../shared/model/titleText";
import { editOf, type Edit } from "../editor/inSequence";
import type { TextCursor } from "../editor/session";

/** A text of the document that can be typed in on the page. */
export type TextSource =
  | { readonly kind: "body"; readonly storyId: StoryId }
  | { readonly kind: "title"; readonly storyId: StoryId; readonly role: TitleRole }
  | { readonly kind: "caption"; readonly boxId: BoxId; readonly field: "caption" | "credit" };

/** A place in a text of the document. A body's paragraphs are joined by one line feed. */
export interface DocumentPlace {
  readonly source: TextSource;
  /** The whole text of the source. */
  readonly text: string;
  /** In UTF-16 code units of `text`. */
  readonly offset: number;
}

/** Where in the document a place of the layout is, or null where its text is computed, such as a masthead's date. */
export function documentPlace(document: IssueDocument, layout: IssueLayout, place: FlowPlace): DocumentPlace | null {
  const paragraph = layout.flows.get(place.flow)?.paragraphs[place.paragraph];
  if (paragraph === undefined) return null;
  const offset = Math.max(0, place.offset - paragraph.prefixLength);
  const { kind, id } = nameOf(place.flow);
  if (kind === "story") {
    // The flow's name was made of a story's id.
    const story = lookUp(document.stories, id as StoryId);
    const index = Number(paragraph.part.slice("paragraph:".length));
    if (story === null || !Number.isInteger(index)) return null;
    const before = story.paragraphs.slice(0, index).reduce((sum, { text }) => sum + text.length + 1, 0);
    const text = story.paragraphs.map((paragraph) => paragraph.text).join("\n");
    return { source: { kind: "body", storyId: story.id }, text, offset: Math.min(before + offset, text.length) };
  }
  // All other flows are named after their boxes.
  const boxId = id as BoxId;
  if (kind === "title") {
    const story = storyOfTitleFrame(document, boxId);
    const { part } = paragraph;
    if (story === null || (part !== "kicker" && part !== "main" && part !== "sub")) return null;
    return { source: { kind: "title", storyId: story.id, role: part }, text: story.title[part], offset: storedOffset(story.title[part], offset) };
  }
  const picture = kind === "caption" ? pictureOfCaption(document, boxId) : null;
  const { part } = paragraph;
  if (picture === null || (part !== "caption" && part !== "credit")) return null;
  return { source: { kind: "caption", boxId: picture.id, field: part }, text: picture[part], offset };
}

/** Where in a flow an offset of a source's text is set, or null where it is not. */
export function flowPlace(layout: IssueLayout, flow: FlowKey, source: TextSource, offset: number): FlowPlace | null {
  const set = layout.flows.get(flow);
  if (set === undefined) return null;
  if (source.kind !== "body") {
    const part = source.kind === "title" ? source.role : source.field;
    const paragraph = set.paragraphs.findIndex((paragraph) => paragraph.part === part);
    return paragraph === -1 ? null : placeIn(set, flow, paragraph, offset);
  }
  let left = offset;
  for (const [index, paragraph] of set.paragraphs.entries()) {
    const length = paragraph.text.length - paragraph.prefixLength;
    if (left <= length) return placeIn(set, flow, index, left);
    left -= length + 1;
  }
  return null;
}

/** The edit that replaces a stretch of a source's text, half-open. */
export function replaceEdit({ source, text }: DocumentPlace, from: number, to: number, inserted: string): Edit {
  const whole = () => text.slice(0, from) + inserted + text.slice(to);
  switch (source.kind) {
    case "body":
      return editOf(replaceText, { storyId: source.storyId, from, to, text: inserted });
    case "title":
      return editOf(setTitlePart, { storyId: source.storyId, role: source.role, text: whole() });
    case "caption":
      return editOf(setPicture, { boxId: source.boxId, change: { [source.field]: whole() } });
  }
}

/** Whether two places are in the same text of the document. */
export function sameSource(a: TextSource, b: TextSource): boolean {
  if (a.kind === "body") return b.kind === "body" && a.storyId === b.storyId;
  if (a.kind === "title") return b.kind === "title" && a.storyId === b.storyId && a.role === b.role;
  return b.kind === "caption" && a.boxId === b.boxId && a.field === b.field;
}

/** The cursor moved to where its text still is after a change from elsewhere; null where that text is gone. */
export function existingCursor(layout: IssueLayout, cursor: TextCursor): TextCursor | null {
  const anchor = existingPlace(layout, cursor.anchor);
  const focus = existingPlace(layout, cursor.focus);
  if (anchor === null || focus === null) return null;
  return anchor === cursor.anchor && focus === cursor.focus ? cursor : { anchor, focus };
}

function existingPlace(layout: IssueLayout, place: FlowPlace): FlowPlace | null {
  const paragraphs = layout.flows.get(place.flow)?.paragraphs ?? [];
  const paragraph = paragraphs[place.paragraph];
  if (paragraph !== undefined && place.offset <= paragraph.text.length) return place;
  const last = paragraphs[Math.min(place.paragraph, paragraphs.length - 1)];
  if (last === undefined) return null;
  return { ...place, paragraph: paragraphs.indexOf(last), offset: Math.min(place.offset, last.text.length), atLineEnd: false };
}

function placeIn(set: FlowLayout, flow: FlowKey, index: number, offset: number): FlowPlace | null {
  const paragraph = set.paragraphs[index];
  if (paragraph === undefined) return null;
  return { flow, paragraph: index, offset: Math.min(paragraph.prefixLength + offset, paragraph.text.length), atLineEnd: false };
}

function nameOf(flow: FlowKey): { readonly kind: string; readonly id: string } {
  const colon = flow.indexOf(":");
  return { kind: flow.slice(0, colon), id: flow.slice(colon + 1) };
}
