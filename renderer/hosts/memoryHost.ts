import {
  HostError,
  type ExportReport,
  type Host,
  type HostDescription,
  type OpenedIssue,
  type PresetDescription,
} from "../../shared/platform/host";

/** What a host in memory holds, for tests to look at. */
export interface MemoryHost extends Host {
  /** The saved documents by path. */
  readonly folders: ReadonlyMap<string, unknown>;
  /** The exports asked for, as `kind path`. */
  readonly exports: readonly string[];
}

/** A host without a machine: issues live in a map, exports are noted, dialogs answer the suggested path. */
export function memoryHost(
  issues: Readonly<Record<string, unknown>>,
  templates: Readonly<Record<string, () => unknown>> = {},
): MemoryHost {
  const folders = new Map<string, unknown>(Object.entries(issues));
  const revisions = new Map<string, number>();
  const paths = new Map<string, string>();
  const recent: string[] = [];
  const exports: string[] = [];

  const opened = (path: string): OpenedIssue => {
    if (!folders.has(path)) throw new HostError({ code: "not-found", detail: path });
    const issueId = `issue-${paths.size + 1}`;
    paths.set(issueId, path);
    recent.splice(0, recent.length, path, ...recent.filter((other) => other !== path));
    return { issueId, path, revision: revisions.get(path) ?? 0, document: folders.get(path) };
  };
  const pathOf = (issueId: string): string => {
    const path = paths.get(issueId);
    if (path === undefined) throw new HostError({ code: "unknown-issue", detail: issueId });
    return path;
  };
  const put = (path: string, document: unknown): number => {
    const revision = (revisions.get(path) ?? 0) + 1;
    folders.set(path, document);
    revisions.set(path, revision);
    return revision;
  };
  const exported = (kind: string, issueId: string, file: string, pageCount: number): ExportReport => {
    pathOf(issueId);
    exports.push(`${kind} ${file}`);
    return { files: [file], pageCount, warnings: [] };
  };
  const description: HostDescription = {
    version: "0.0.0",
    shell: "memory",
    documentsFolder: "/documents",
    initialIssue: Object.keys(issues)[0] ?? null,
    templates: Object.keys(templates),
    fonts: [],
  };

  return {
    folders,
    exports,
    describe: async () => description,
    openIssue: async (path) => opened(path),
    createIssue: async (path, template) => {
      const make = templates[template];
      if (make === undefined) throw new HostError({ code: "unknown-template", detail: template });
      if (folders.has(path)) throw new HostError({ code: "folder-not-empty", detail: path });
      put(path, make());
      return opened(path);
    },
    saveIssue: async (issueId, document, expectedRevision) => {
      const path = pathOf(issueId);
      const revision = revisions.get(path) ?? 0;
      if (revision !== expectedRevision) throw new HostError({ code: "revision-conflict", detail: `revision ${revision}` });
      return { revision: put(path, document) };
    },
    saveIssueAs: async (issueId, path, document) => {
      pathOf(issueId);
      put(path, document);
      return opened(path);
    },
    recentIssues: async () =>
      recent.map((path) => ({ path, name: path, date: "2026-01-12", exists: folders.has(path) })),
    listFolder: async (path) => ({
      path,
      parent: null,
      files: [],
      entries: [...folders.keys()].sort().map((folder) => ({ name: folder, path: folder, kind: "issue" })),
    }),
    choosePath: async (request) => request.suggestedPath,
    exportPdf: async (issueId, _document, request) =>
      exported("pdf", issueId, request.file, request.pageIds?.length ?? 1),
    pressOptions: async () => ({ presets: [pressPreset], brokenPresets: [], profiles: [], last: null }),
    addPreset: async (fileName) => ({ ...pressPreset, id: fileName.replace(/\.json$/iu, ""), isShipped: false }),
    addProfile: async (fileName) => ({ fileName, description: fileName, isShipped: false }),
    exportPress: async (issueId, _document, request) => exported("press", issueId, request.folder, request.pageIds?.length ?? 1),
    exportEpaper: async (issueId, _document, request) => exported("epaper", issueId, request.folder, 1),
    // No picture has bytes here: each is traced as an ellipse that touches its edges.
    traceContour: async (issueId) => {
      pathOf(issueId);
      return ellipse;
    },
    // There is no dictionary here: each character is a word.
    wordEnds: async (text) => {
      let end = 0;
      return Array.from(text, (character) => (end += character.length));
    },
    // An export is done here as soon as it is asked for.
    cancelExport: async (issueId) => void pathOf(issueId),
    exportProgress: async (issueId) => {
      pathOf(issueId);
      return null;
    },
    showInFolder: async () => undefined,
  };
}

const pressPreset: PresetDescription = {
  id: "x4", name: { zh: "印刷", en: "Press" }, standard: "x4", profile: null, files: "page", fileName: "{code}{date}{page}.pdf", header: false, isShipped: true,
};

const ELLIPSE_CORNERS = 32;
const ellipse = Array.from({ length: ELLIPSE_CORNERS }, (_, corner) => {
  const angle = (corner / ELLIPSE_CORNERS) * 2 * Math.PI;
  return { x: (1 + Math.cos(angle)) / 2, y: (1 + Math.sin(angle)) / 2 };
});
