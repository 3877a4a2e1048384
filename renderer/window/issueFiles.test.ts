import { describe, expect, it } from "vitest";
import { setIssueFields } from "../../shared/commands/issue";
import { createComposer } from "../../shared/layout/composer";
import { createCopyfitter } from "../../shared/layout/copyfit/copyfitter";
import { countableFonts } from "../../shared/layout/testing/layoutBuilders";
import { serialiseDocument } from "../../shared/model/parseDocument";
import { sampleDocument } from "../../shared/model/testing/sampleDocument";
import { HostError, type Host } from "../../shared/platform/host";
import { createEditor, type Editor } from "../editor/editor";
import { memoryHost } from "../hosts/memoryHost";
import { presetKeymap } from "../keys/presets";
import type { UnsavedChoice } from "./dialogRequest";
import { createIssueFiles } from "./issueFiles";
import { createWindowStore } from "./windowStore";

/** A window over a host in memory that holds the sample at `/issues/a`. */
function newWindow(change: (host: Host) => Partial<Host> = () => ({})) {
  const memory = memoryHost(
    { "/issues/a": serialiseDocument(sampleDocument()), "/issues/broken": { format: "something else" } },
    { blank: () => serialiseDocument(sampleDocument()) },
  );
  const host: Host = { ...memory, ...change(memory) };
  const window = createWindowStore(presetKeymap("standard"));
  const files = createIssueFiles({
    host,
    window,
    createEditor: async (document, file) =>
      createEditor({ document, file, composer: createComposer(countableFonts), copyfitter: createCopyfitter(countableFonts), newId: () => "new" }),
  });
  const editor = (): Editor => {
    const open = window.getState().editor;
    if (open === null) throw new Error("no issue is open");
    return open;
  };
  const edit = (totalIssueNumber: number) => editor().run(setIssueFields, { issue: { totalIssueNumber } }, { label: "set-issue" });
  const answerUnsaved = (choice: UnsavedChoice) => {
    const stop = window.subscribe(({ dialog }) => {
      if (dialog?.kind !== "unsaved") return;
      stop();
      dialog.answer(choice);
    });
  };
  const notices = () => window.getState().notices.map(({ kind, sentence }) => `${kind} ${sentence.key}`);
  return { memory, window, files, editor, edit, answerUnsaved, notices };
}

describe("issue files", () => {
  it("open an issue, save it where it came from and know when it is saved", async () => {
    const { files, editor, edit, memory, notices } = newWindow();
    expect(await files.open("/issues/a")).toBe(true);
    edit(77);
    expect(editor().store.getState().dirty).toBe(true);
    expect(await files.save()).toBe(true);
    expect(editor().store.getState().dirty).toBe(false);
    expect(memory.folders.get("/issues/a")).toMatchObject({ issue: { totalIssueNumber: 77 } });
    edit(78);
    expect(await files.save()).toBe(true);
    expect(notices()).toEqual(["done dialogs.notices.saved", "done dialogs.notices.saved"]);
  });

  it("keep changes dirty that were made while an older document was being saved", async () => {
    let finish: () => void = () => undefined;
    const window = newWindow((host) => ({
      saveIssue: async (...args) => {
        await new Promise<void>((resolve) => (finish = resolve));
        return host.saveIssue(...args);
      },
    }));
    await window.files.open("/issues/a");
    window.edit(77);
    const saving = window.files.save();
    window.edit(78);
    finish();
    expect(await saving).toBe(true);
    expect(window.editor().store.getState().dirty).toBe(true);
    expect(window.memory.folders.get("/issues/a")).toMatchObject({ issue: { totalIssueNumber: 77 } });
  });

  it("save as another folder, which later saves go to", async () => {
    const { files, edit, memory, editor } = newWindow(() => ({ choosePath: async () => "/issues/b" }));
    await files.open("/issues/a");
    edit(77);
    expect(await files.saveAs()).toBe(true);
    edit(78);
    expect(await files.save()).toBe(true);
    expect(memory.folders.get("/issues/b")).toMatchObject({ issue: { totalIssueNumber: 78 } });
    expect(memory.folders.get("/issues/a")).not.toMatchObject({ issue: { totalIssueNumber: 78 } });
    expect(editor().store.getState().file?.path).toBe("/issues/b");
  });

  it("say what is wrong with an issue that is not in the format, and open nothing", async () => {
    const { files, window, notices } = newWindow();
    expect(await files.open("/issues/broken")).toBe(false);
    expect(window.getState().editor).toBeNull();
    expect(notices()).toEqual(["error failures.document.whole"]);
    expect(window.getState().notices[0]?.sentence.reason?.key).toBe("failures.document.unknown-format");
  });

  it("turn a refusal of the host into one sentence and stay usable", async () => {
    const { files, edit, editor, notices } = newWindow(() => ({
      saveIssue: () => Promise.reject(new HostError({ code: "disk-full", detail: "/issues/a" })),
    }));
    await files.open("/issues/a");
    edit(77);
    expect(await files.save()).toBe(false);
    expect(notices()).toEqual(["error failures.host.disk-full"]);
    expect(editor().store.getState().dirty).toBe(true);
    expect(await files.save()).toBe(false);
  });

  it("ask about unsaved changes before another issue is opened", async () => {
    const { files, edit, editor, answerUnsaved, memory } = newWindow();
    await files.open("/issues/a");
    edit(77);
    answerUnsaved("cancel");
    expect(await files.open("/issues/a")).toBe(false);
    expect(editor().store.getState().document.issue.totalIssueNumber).toBe(77);
    answerUnsaved("save");
    expect(await files.open("/issues/a")).toBe(true);
    expect(memory.folders.get("/issues/a")).toMatchObject({ issue: { totalIssueNumber: 77 } });
    edit(78);
    answerUnsaved("discard");
    expect(await files.open("/issues/a")).toBe(true);
    expect(editor().store.getState().document.issue.totalIssueNumber).toBe(77);
  });

  it("draw their own file dialog where the shell has none", async () => {
    const { files, window, memory } = newWindow(() => ({
      choosePath: () => Promise.reject(new HostError({ code: "not-supported", detail: "choosePath" })),
    }));
    await files.open("/issues/a");
    const stop = window.subscribe(({ dialog }) => {
      if (dialog?.kind !== "path") return;
      stop();
      expect(dialog.request.purpose).toBe("export-pdf");
      expect(dialog.request.suggestedPath).toMatch(/^\/issues\/.+-1\.pdf$/u);
      dialog.answer("/out/page.pdf");
    });
    await files.exportPdf("page");
    expect(memory.exports).toEqual(["pdf /out/page.pdf"]);
    expect(window.getState().dialog).toBeNull();
  });

  it("do one thing at a time", async () => {
    const { files, window } = newWindow();
    window.setState({ busy: { key: "dialogs.notices.saving" } });
    expect(await files.open("/issues/a")).toBe(false);
    expect(window.getState().editor).toBeNull();
  });

  it("tell the dialog for press files what came of them, and show how far they are meanwhile", async () => {
    const request = { preset: "x4", profile: null, folder: "/plant", round: 1, pageIds: null };
    const seen: unknown[] = [];
    let isCancelled = false;
    let finish: (how: "done" | "cancelled" | "failed") => void = () => undefined;
    const { files, window, notices } = newWindow((host) => ({
      exportProgress: async () => ({ stage: "pages", page: 3, done: 2, pages: 8 }),
      cancelExport: async () => void (isCancelled = true),
      exportPress: async (...call) => {
        const how = await new Promise<string>((resolve) => (finish = resolve));
        if (how === "done") return host.exportPress(...call);
        throw new HostError(how === "cancelled" ? { code: "cancelled", detail: "" } : { code: "export-failed", detail: "the picture a.jpg is missing", page: 3 });
      },
    }));
    await files.open("/issues/a");
    window.subscribe(({ progress }) => void (progress !== null && seen.push(progress.page)));
    const all = ["done", "cancelled", "failed"] as const;
    for (const [how, isOpen] of [...all.map((how) => [how, true] as const), ...all.map((how) => [how, false] as const)]) {
      window.setState({ dialog: isOpen ? { kind: "press" } : null });
      if (!isOpen && how === "done") expect(notices()).toEqual([]);
      const running = files.exportPress(request);
      await new Promise((resolve) => setImmediate(resolve));
      expect(await files.exportPress(request)).toBeNull();
      window.getState().cancel?.();
      finish(how);
      const outcome = await running;
      expect(outcome?.kind).toBe(how);
      if (outcome?.kind === "failed") expect(outcome.sentence).toMatchObject({ key: "failures.onPage", values: { page: 3 }, reason: { key: "failures.host.export-failed" } });
      expect(window.getState()).toMatchObject({ busy: null, progress: null, cancel: null });
    }
    expect(isCancelled).toBe(true);
    expect(seen).toContain(3);
    expect(notices()).toEqual(["done dialogs.notices.exported", "done press.cancelled", "error failures.onPage"]);
  });
});
