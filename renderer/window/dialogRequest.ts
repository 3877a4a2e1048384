import type { PathRequest } from "../../shared/platform/host";

/** What the user is asked in a dialog of the window, and where the answer goes. One dialog is open at a time. */
export type DialogRequest =
  | { readonly kind: "path"; readonly request: NamedPathRequest; readonly answer: (path: string | null) => void }
  | { readonly kind: "newIssue"; readonly answer: (choice: NewIssueChoice | null) => void }
  | { readonly kind: "unsaved"; readonly name: string; readonly answer: (choice: UnsavedChoice) => void }
  | { readonly kind: "uncovered"; readonly parts: readonly string[]; readonly answer: (isAllowed: boolean) => void }
  | { readonly kind: "press" }
  | { readonly kind: "recent" }
  | { readonly kind: "keys" }
  | { readonly kind: "palette" }
  | { readonly kind: "about" };

/** What the window's own file dialog asks for: folders of press files are chosen in their own dialog. */
export type NamedPathRequest = PathRequest & { readonly purpose: Exclude<PathRequest["purpose"], "export-press"> };

/** Where a new issue goes and what it starts from. */
export interface NewIssueChoice {
  readonly path: string;
  readonly template: string;
}

/** What becomes of changes that were not saved. */
export type UnsavedChoice = "save" | "discard" | "cancel";
