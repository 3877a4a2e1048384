import { HostError, type Host } from "./host";
import { hostContract, isHostMethod, type ArgumentParser } from "./hostContract";
import { problemOf, type HostAnswer } from "./wire";

/**
 * The one door to the host: checks the method and its arguments, then runs it. Rejects with a `HostError` whose code is
 * `unknown-method` or `bad-arguments` where the call itself is wrong.
 */
export async function callHost(host: Host, method: unknown, args: unknown): Promise<unknown> {
  if (typeof method !== "string" || !isHostMethod(method)) {
    throw new HostError({ code: "unknown-method", detail: String(method).slice(0, 100) });
  }
  if (!Array.isArray(args)) throw new HostError({ code: "bad-arguments", detail: `${method}: expected a list` });
  return run(host, method, args);
}

/** Runs a call and packs what came of it for the wire; never rejects. */
export async function answerCall(host: Host, method: unknown, args: unknown): Promise<HostAnswer> {
  try {
    return { ok: true, value: await callHost(host, method, args) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

function run<Method extends keyof Host>(host: Host, method: Method, args: readonly unknown[]): Promise<unknown> {
  // The compiler does not see that a method and the parser under its name agree; `satisfies` in the table checked it.
  const parse = hostContract[method] as ArgumentParser<Method>;
  const operation = host[method] as (...parsed: Parameters<Host[Method]>) => Promise<unknown>;
  return operation.apply(host, parse(args));
}
