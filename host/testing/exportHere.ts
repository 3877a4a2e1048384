import { problemOf } from "../../shared/platform/wire";
import type { ExportMessage } from "../exporting/exportJob";
import type { StartExportProcess } from "../exporting/exportProcess";
import { runExportJob } from "../exporting/runExportJob";

/** An export in the test's own process: of the code as it is, where `dist/` may hold an older worker. */
export const exportHere: StartExportProcess = () => {
  let tell: (message: ExportMessage) => void = () => undefined;
  const cancelling = new AbortController();
  return {
    send: (job) => {
      void runExportJob(job, cancelling.signal, (progress) => tell({ progress })).then(
        (report) => tell({ ok: true, report }),
        (error: unknown) => tell({ ok: false, problem: problemOf(error) }),
      );
    },
    onMessage: (listener) => (tell = listener),
    onEnd: () => undefined,
    cancel: () => cancelling.abort(),
    kill: () => undefined,
    pid: () => null,
  };
};
