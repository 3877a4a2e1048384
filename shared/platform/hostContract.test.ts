import { describe, expect, it } from "vitest";
import { answerCall, callHost } from "./callHost";
import { HostError, type Host } from "./host";
import { createHostClient } from "./hostClient";
import { hostContract, hostMethods } from "./hostContract";
import { readAnswer } from "./wire";

const path = "/papers/2026-01-12";
const rightArguments: { readonly [Method in keyof Host]: Parameters<Host[Method]> } = {
  describe: [],
  openIssue: [path],
  createIssue: [path, "broadsheet"],
  saveIssue: ["a1", { pages: [] }, 3],
  saveIssueAs: ["a1", path, { pages: [] }],
  recentIssues: [],
  listFolder: ["C:\\papers"],
  choosePath: [{ purpose: "save-issue", suggestedPath: path }],
  exportPdf: ["a1", { pages: [] }, { file: `${path}.pdf`, pageIds: ["p01"] }],
  pressOptions: [],
  addPreset: ["plant.json", "{}"],
  addProfile: ["newsprint.icc", "AAAA"],
  exportPress: ["a1", { pages: [] }, { preset: "x4", profile: null, folder: path, round: 1, pageIds: ["p01"] }],
  exportEpaper: ["a1", { pages: [] }, { folder: path, allowUncovered: false }],
  traceContour: ["a1", "c0ffee"],
  wordEnds: ["双向赋能"],
  cancelExport: ["a1"],
  exportProgress: ["a1"],
  showInFolder: [path],
};

/** A host that records the arguments of the last call and answers with the method's name. */
function recordingHost(): { readonly host: Host; readonly calls: unknown[][] } {
  const calls: unknown[][] = [];
  const entries = hostMethods.map((method) => [
    method,
    async (...args: unknown[]) => {
      calls.push([method, ...args]);
      return method;
    },
  ]);
  return { host: Object.fromEntries(entries) as Host, calls }; // a stand-in: every method answers with its own name
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HostError);
  return (error as HostError).code; // shown on the line above
}

describe("callHost", () => {
  it.each(hostMethods)("passes the right arguments of %s on unchanged", async (method) => {
    const { host, calls } = recordingHost();
    await expect(callHost(host, method, rightArguments[method])).resolves.toBe(method);
    expect(calls).toEqual([[method, ...rightArguments[method]]]);
  });

  it.each(hostMethods)("refuses %s with an argument too many", async (method) => {
    const { host, calls } = recordingHost();
    expect(await codeOf(callHost(host, method, [...rightArguments[method], 1]))).toBe("bad-arguments");
    expect(calls).toEqual([]);
  });

  it.each(["nothing", "constructor", "__proto__", "toString", "hasOwnProperty", 7, null])(
    "refuses the method %s",
    async (method) => {
      expect(await codeOf(callHost(recordingHost().host, method, []))).toBe("unknown-method");
    },
  );

  it("refuses arguments that are no list", async () => {
    expect(await codeOf(callHost(recordingHost().host, "describe", { length: 0 }))).toBe("bad-arguments");
  });
});

describe("hostContract", () => {
  it.each(["papers/today", "", "../etc/passwd", "/a\0b", `/${"a".repeat(5000)}`, 5, null, ["/a"], { path: "/a" }])(
    "refuses the path %j",
    (value) => {
      expect(() => hostContract.openIssue([value])).toThrow(HostError);
    },
  );

  it.each([NaN, Infinity, -1, 1.5, "3", null])("refuses the revision %j", (revision) => {
    expect(() => hostContract.saveIssue(["a", {}, revision])).toThrow(/whole number/);
  });

  it("refuses an unknown purpose", () => {
    expect(() => hostContract.choosePath([{ purpose: "delete-everything", suggestedPath: "/" }])).toThrow(/purpose/);
  });

  it("refuses a list of pages that holds something else", () => {
    expect(() => hostContract.exportPdf(["a", {}, { file: "/a.pdf", pageIds: [{}] }])).toThrow(/pageIds\[0\]/);
    expect(() => hostContract.exportPdf(["a", {}, { file: "/a.pdf", pageIds: [] }])).toThrow(/pageIds/);
  });

  it("keeps only the named parts of a request", () => {
    const [, , request] = hostContract.exportEpaper(["a", {}, { folder: "/e", allowUncovered: true, more: 1 }]);
    expect(request).toEqual({ folder: "/e", allowUncovered: true });
  });

  it("refuses a document nested 100,000 deep without overflowing the stack", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    expect(() => hostContract.saveIssue(["a", { deep }, 0])).toThrow(/nested too deeply/);
  });

  it("refuses a document with too much text", () => {
    const text = "大".repeat(1_000_000);
    expect(() => hostContract.saveIssue(["a", { texts: new Array(70).fill(text) }, 0])).toThrow(/too large/);
  });

  it("refuses a document of very many values at once, without counting them one by one", () => {
    for (const many of [new Array(100_000_000), { a: new Array(3_000_000).fill(0), b: new Array(3_000_000).fill(0) }]) {
      expect(() => hostContract.saveIssue(["a", { many }, 0])).toThrow(/too large/);
    }
    const huge = { pages: new Array(1_000_000).fill(0) };
    expect(hostContract.saveIssue(["a", huge, 0])[1]).toBe(huge);
  });

  it("refuses a document that leads back into itself", () => {
    const loop: Record<string, unknown> = {};
    loop["pages"] = [loop, loop];
    expect(() => hostContract.saveIssue(["a", loop, 0])).toThrow(/too large|nested too deeply/);
  });

  it("refuses bytes in a document", () => {
    for (const bytes of [new Uint8Array(50_000_000), new ArrayBuffer(8), new DataView(new ArrayBuffer(8))]) {
      expect(() => hostContract.saveIssue(["a", { bytes }, 0])).toThrow(/bytes/);
    }
  });

  it("refuses a document that JSON cannot carry", () => {
    expect(() => hostContract.saveIssue(["a", { run: () => 1 }, 0])).toThrow(/JSON/);
  });
});

describe("createHostClient", () => {
  it("brings a coded error through the wire as the same code and detail", async () => {
    const host: Host = {
      ...recordingHost().host,
      openIssue: () => Promise.reject(new HostError({ code: "not-an-issue", detail: path })),
    };
    const client = createHostClient(async (method, args) =>
      JSON.parse(JSON.stringify(await answerCall(host, method, args))),
    );
    await expect(client.openIssue(path)).rejects.toMatchObject({ code: "not-an-issue", detail: path });
    await expect(client.recentIssues()).resolves.toBe("recentIssues");
  });

  it("calls a bug of the host internal", async () => {
    const host: Host = { ...recordingHost().host, describe: () => Promise.reject(new TypeError("x is undefined")) };
    expect(await answerCall(host, "describe", [])).toEqual({
      ok: false,
      problem: { code: "internal", detail: "x is undefined" },
    });
  });

  it.each([undefined, null, 5, {}, { ok: false }, { ok: false, problem: { code: "toString", detail: "" } }])(
    "does not take %j for an answer",
    (answer) => {
      expect(() => readAnswer(answer)).toThrow(/could not be read/);
    },
  );
});
