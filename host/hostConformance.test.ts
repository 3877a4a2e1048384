import { existsSync } from "node:fs";
import { join } from "node:path";
import { answerCall } from "../shared/platform/callHost";
import { createHostClient, type HostCall } from "../shared/platform/hostClient";
import { hostConformance } from "../shared/platform/testing/hostConformance";
import { openFontFiles } from "./fonts/fontFiles";
import { startLoopback } from "./loopback";
import { createRouter } from "./requestRouter";
import { scratchFolder } from "./testing/temporaryFolder";
import { projectRoot, testServices } from "./testing/testServices";

const scratch = { memory: scratchFolder(), loopback: scratchFolder() };

hostConformance("memory", async () => {
  const { host } = testServices(scratch.memory);
  // The same copy that a transport makes: nothing of the window's objects reaches the host.
  const call: HostCall = async (method, args) => structuredClone(await answerCall(host, method, structuredClone(args)));
  return {
    host: createHostClient(call),
    call,
    folder: join(scratch.memory, "documents"),
    exists: existsSync,
    close: async () => undefined,
  };
});

hostConformance("the loopback", async () => {
  const services = testServices(scratch.loopback);
  const fontFiles = openFontFiles(projectRoot, join(projectRoot, "dist", "fonts"));
  const loopback = await startLoopback(
    createRouter({ services, fontFiles, rendererFolder: scratch.loopback, cacheFolder: join(scratch.loopback, "cache") }),
  );
  const first = await fetch(loopback.url, { redirect: "manual" });
  const cookie = (first.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const call: HostCall = async (method, args) => {
    const answer = await fetch(`${loopback.origin}/host/${encodeURIComponent(method)}`, {
      method: "POST",
      headers: { cookie, origin: loopback.origin, "content-type": "application/json" },
      body: JSON.stringify(args),
    });
    return answer.json();
  };
  return {
    host: createHostClient(call),
    call,
    folder: join(scratch.loopback, "documents"),
    exists: existsSync,
    close: async () => {
      await loopback.close();
      fontFiles.close();
    },
  };
});
