import type { Host } from "../../shared/platform/host";
import { createHostClient } from "../../shared/platform/hostClient";

/** The host behind the loopback server that this window was loaded from. */
export function loopbackHost(send: typeof fetch): Host {
  return createHostClient(async (method, args) => {
    const answer = await send(`/host/${encodeURIComponent(method)}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(args),
      credentials: "same-origin",
    });
    const json: unknown = await answer.json();
    return json;
  });
}
