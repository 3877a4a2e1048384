import type { Host, PathRequest } from "./host";
import {
  badArgument,
  expectCount,
  parseDocumentArgument,
  parseFileName,
  parseFlag,
  parseLongText,
  parseName,
  parsePageIds,
  parsePath,
  parseRecord,
  parseRevision,
  parseRound,
  parseShortText,
} from "./hostArguments";

/** The parser of one method's arguments: what the method takes, or a `HostError` with the code `bad-arguments`. */
export type ArgumentParser<Method extends keyof Host> = (args: readonly unknown[]) => Parameters<Host[Method]>;

const purposes: readonly PathRequest["purpose"][] = ["open-issue", "save-issue", "export-pdf", "export-epaper", "export-press"];

const MOST_PRESET_TEXT = 100 * 1024;
/** 16 MB in base 64. */
const MOST_PROFILE_TEXT = 22 * 1024 * 1024;

/** Every host method with the parser of its arguments; a method without one does not compile. */
export const hostContract = {
  describe: (args) => {
    expectCount("describe", args, 0);
    return [];
  },
  openIssue: (args) => {
    expectCount("openIssue", args, 1);
    return [parsePath(args[0], "path")];
  },
  createIssue: (args) => {
    expectCount("createIssue", args, 2);
    return [parsePath(args[0], "path"), parseName(args[1], "template")];
  },
  saveIssue: (args) => {
    expectCount("saveIssue", args, 3);
    return [
      parseName(args[0], "issueId"),
      parseDocumentArgument(args[1], "document"),
      parseRevision(args[2], "expectedRevision"),
    ];
  },
  saveIssueAs: (args) => {
    expectCount("saveIssueAs", args, 3);
    return [parseName(args[0], "issueId"), parsePath(args[1], "path"), parseDocumentArgument(args[2], "document")];
  },
  recentIssues: (args) => {
    expectCount("recentIssues", args, 0);
    return [];
  },
  listFolder: (args) => {
    expectCount("listFolder", args, 1);
    return [parsePath(args[0], "path")];
  },
  choosePath: (args) => {
    expectCount("choosePath", args, 1);
    const request = parseRecord(args[0], "request");
    const purpose = purposes.find((known) => known === request["purpose"]);
    if (!purpose) throw badArgument("request.purpose", `expected one of ${purposes.join(", ")}`);
    return [{ purpose, suggestedPath: parsePath(request["suggestedPath"], "request.suggestedPath") }];
  },
  exportPdf: (args) => {
    expectCount("exportPdf", args, 3);
    const request = parseRecord(args[2], "request");
    return [
      parseName(args[0], "issueId"),
      parseDocumentArgument(args[1], "document"),
      {
        file: parsePath(request["file"], "request.file"),
        pageIds: parsePageIds(request["pageIds"], "request.pageIds"),
      },
    ];
  },
  pressOptions: (args) => {
    expectCount("pressOptions", args, 0);
    return [];
  },
  addPreset: (args) => {
    expectCount("addPreset", args, 2);
    return [parseFileName(args[0], "fileName", "json"), parseLongText(args[1], "text", MOST_PRESET_TEXT)];
  },
  addProfile: (args) => {
    expectCount("addProfile", args, 2);
    return [parseFileName(args[0], "fileName", "icc", "icm"), parseLongText(args[1], "base64", MOST_PROFILE_TEXT)];
  },
  exportPress: (args) => {
    expectCount("exportPress", args, 3);
    const request = parseRecord(args[2], "request");
    return [
      parseName(args[0], "issueId"),
      parseDocumentArgument(args[1], "document"),
      {
        preset: parseName(request["preset"], "request.preset"),
        profile: request["profile"] === null ? null : parseFileName(request["profile"], "request.profile", "icc", "icm"),
        folder: parsePath(request["folder"], "request.folder"),
        round: parseRound(request["round"], "request.round"),
        pageIds: parsePageIds(request["pageIds"], "request.pageIds"),
      },
    ];
  },
  exportEpaper: (args) => {
    expectCount("exportEpaper", args, 3);
    const request = parseRecord(args[2], "request");
    return [
      parseName(args[0], "issueId"),
      parseDocumentArgument(args[1], "document"),
      {
        folder: parsePath(request["folder"], "request.folder"),
        allowUncovered: parseFlag(request["allowUncovered"], "request.allowUncovered"),
      },
    ];
  },
  traceContour: (args) => {
    expectCount("traceContour", args, 2);
    return [parseName(args[0], "issueId"), parseName(args[1], "assetId")];
  },
  wordEnds: (args) => {
    expectCount("wordEnds", args, 1);
    return [parseShortText(args[0], "text")];
  },
  cancelExport: (args) => {
    expectCount("cancelExport", args, 1);
    return [parseName(args[0], "issueId")];
  },
  exportProgress: (args) => {
    expectCount("exportProgress", args, 1);
    return [parseName(args[0], "issueId")];
  },
  showInFolder: (args) => {
    expectCount("showInFolder", args, 1);
    return [parsePath(args[0], "path")];
  },
} satisfies { readonly [Method in keyof Host]: ArgumentParser<Method> };

/** The names of all host methods. */
export const hostMethods = Object.keys(hostContract) as readonly (keyof Host)[]; // the table's keys are the methods

/** Whether a string names a host method; names that every object has, such as `constructor`, do not. */
export function isHostMethod(name: string): name is keyof Host {
  return Object.hasOwn(hostContract, name);
}
