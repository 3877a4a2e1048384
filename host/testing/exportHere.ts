import { problemOf } from "../../shared/platform/wire";
import type { ExportAnswer } from "../exporting/exportJob";
import type { StartExportProcess } from "../exporting/exportProcess";
import { runExportJob } from "../exporting/runExportJob";

/** An export in the test's own process: of the code as it is, where `dist/` may hold an older worker. */
export const exportHere: StartExportProcess = () => {
  let answer: (answer: ExportAnswer) => void = () => undefined;
  const cancelling = new AbortController();
  return {
    send: (job) => {
      void runExportJob(job, cancelling.signal).then(
        (report) => answer({ ok: true, report }),
        (error: unknown) => answer({ ok: false, problem: problemOf(error) }),
      );
    },
    onMessage: (listener) => (answer = listener),
    onEnd: () => undefined,
    cancel: () => cancelling.abort(),
    kill: () => undefined,
  };
};
