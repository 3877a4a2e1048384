import type { Host } from "./host";
import { hostMethods } from "./hostContract";
import { readAnswer } from "./wire";

/** A transport: carries a method's name and arguments to the host and brings back its `HostAnswer`. */
export type HostCall = (method: string, args: readonly unknown[]) => Promise<unknown>;

/** The `Host` on the window's side: every method sent through one transport, every problem thrown as a `HostError`. */
export function createHostClient(call: HostCall): Host {
  const client: Record<string, (...args: unknown[]) => Promise<unknown>> = {};
  for (const method of hostMethods) {
    client[method] = async (...args) => readAnswer(await call(method, args));
  }
  // Answers come from the same version of the program over a guarded door; documents in them are parsed by their reader.
  return client as unknown as Host;
}
