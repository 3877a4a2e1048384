import { HostError } from "../../shared/platform/host";

/** Ends an export that was cancelled: it rejects, and whoever has begun to write puts everything back. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new HostError({ code: "cancelled", detail: "" });
}
