import { parentPort, workerData } from "node:worker_threads";
import type { Standard } from "../../shared/verify/rule";
import { verifyBytes } from "./verifyBytes";

/** What the worker is given. */
export interface VerifyTask {
  readonly bytes: Uint8Array;
  readonly standard: Standard | null;
}

// The program of a worker thread: one file, one answer.
const { bytes, standard } = workerData as VerifyTask; // given by verifyInWorker
parentPort?.postMessage(await verifyBytes(bytes, standard));
