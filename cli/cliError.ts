import { HostError } from "../shared/platform/host";

/** A mistake of whoever called: one sentence for stderr, exit 2. */
export class CliError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CliError";
  }
}

/**
 * The sentence for what a command failed with, or null where that is no failure but a bug. Told by name: commands are
 * bundled apart, and each has these classes for itself.
 */
export function failureSentence(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error.name === "CliError") return error.message;
  return error.name === "HostError" ? sentenceOf(error as HostError) : null; // no other class of ours bears the name
}

/** Where a command writes, and what it knows of its surroundings. */
export interface CliContext {
  readonly projectRoot: string;
  readonly version: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Relative paths in arguments start here. */
  readonly currentFolder: string;
  out(text: string): void;
  err(text: string): void;
}

/** The sentence for a failed host operation. */
export function sentenceOf({ code, detail, page }: HostError): string {
  return page === null ? sentenceOfCode(code, detail) : `Page ${page}: ${sentenceOfCode(code, detail)}`;
}

function sentenceOfCode(code: HostError["code"], detail: string): string {
  switch (code) {
    case "not-found":
      return `There is nothing at ${detail}.`;
    case "not-an-issue":
      return `${detail} is not an issue folder.`;
    case "unreadable-issue":
      return `The issue is damaged: ${detail}.`;
    case "unknown-version":
      return `The issue was made by a newer version of Broadsheet: ${detail}.`;
    case "folder-not-empty":
      return `${detail} exists already and is not empty.`;
    case "unknown-template":
      return `There is no template ${detail}.`;
    case "disk-full":
      return `The disk is full: ${detail}.`;
    case "not-permitted":
      return `Writing or reading is not permitted: ${detail}.`;
    case "too-large":
      return `Too large: ${detail}.`;
    case "unreadable-picture":
      return `A picture cannot be read: ${detail}.`;
    case "unreadable-font":
      return `The font cannot be used: ${detail}.`;
    case "unreadable-profile":
      return `The ICC profile cannot be used: ${detail}.`;
    case "unreadable-preset":
      return `The preset cannot be used: ${detail}.`;
    case "export-failed":
      return `The export failed: ${detail}.`;
    case "epaper-uncovered":
      return `The e-paper would lack what no region stands for: ${detail}. Export it all the same with --allow-uncovered`;
    case "cancelled":
      return "Cancelled: nothing was written.";
    case "write-failed":
      return `Writing failed: ${detail}.`;
    case "revision-conflict":
      return `The issue was saved by another program meanwhile: ${detail}.`;
    case "bad-arguments":
    case "unknown-method":
    case "not-supported":
    case "unknown-issue":
    case "internal":
      return `${detail}.`;
  }
}
