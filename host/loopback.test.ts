import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startLoopback, type Loopback } from "./loopback";
import { MAX_BODY_BYTES, type RoutedRequest, type RoutedResponse } from "./requestRouter";

let loopback: Loopback;
let routed: RoutedRequest[];
/** What the router answers, or null where it throws. */
let answerWith: RoutedResponse | null;
beforeEach(async () => {
  routed = [];
  answerWith = { status: 200, headers: { "x-from": "router" }, body: "routed" };
  loopback = await startLoopback(async (request) => {
    routed.push(request);
    if (answerWith === null) throw new Error("a bug in the router");
    return answerWith;
  });
});
afterEach(() => loopback.close());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request with exactly the headers given; `fetch` would not let Host and Origin be chosen. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET", body = ""): Promise<Answer> {
  const { hostname, port } = new URL(loopback.origin);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers, setHost: headers["host"] === undefined }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

async function cookie(): Promise<string> {
  const { search } = new URL(loopback.url);
  const answer = await ask(`/${search}`);
  return String(answer.headers["set-cookie"]).split(";")[0] ?? "";
}

describe("the loopback server", () => {
  it("swaps the token of the first address for a cookie and hides it from the address bar", async () => {
    const { search } = new URL(loopback.url);
    expect(new URLSearchParams(search).get("token")).toMatch(/^[\w-]{32}$/);
    const answer = await ask(`/${search}`);
    expect(answer.status).toBe(303);
    expect(answer.headers["location"]).toBe("/");
    expect(String(answer.headers["set-cookie"])).toMatch(/^broadsheet-\d+=[\w-]+; HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await ask("/", { cookie: await cookie() })).body).toBe("routed");
  });

  it("listens on this machine only", async () => {
    expect(new URL(loopback.origin).hostname).toBe("127.0.0.1");
    const { port } = new URL(loopback.origin);
    const outcome = await new Promise((resolve) => {
      const socket = connect({ host: "127.0.0.2", port: Number(port) });
      socket.once("connect", () => resolve("connected"));
      socket.once("error", () => resolve("refused"));
    });
    expect(outcome).toBe("refused");
  });

  it.each(["", "broadsheet-1=x", "other=y"])("refuses a stranger with the cookie %j", async (wrong) => {
    expect((await ask("/", wrong === "" ? {} : { cookie: wrong })).status).toBe(403);
    const [name] = (await cookie()).split("=");
    expect((await ask("/host/describe", { cookie: `${name}=${"A".repeat(32)}`, origin: loopback.origin }, "POST", "[]")).status).toBe(403);
    expect(routed).toEqual([]);
  });

  it("refuses a wrong token", async () => {
    const answer = await ask(`/?token=${"A".repeat(32)}`);
    expect(answer.status).toBe(403);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  it.each(["localhost", "evil.example", "127.0.0.1", "127.0.0.1:1"])("refuses the host name %s (DNS rebinding)", async (host) => {
    expect((await ask("/", { host, cookie: await cookie() })).status).toBe(421);
    expect(routed).toEqual([]);
  });

  it.each([undefined, "null", "http://evil.example", "http://127.0.0.1:1", "http://localhost"])(
    "refuses a POST from the origin %s",
    async (origin) => {
      const headers = { cookie: await cookie(), ...(origin === undefined ? {} : { origin }) };
      for (const method of ["POST", "PUT", "DELETE"]) expect((await ask("/host/describe", headers, method, "[]")).status).toBe(403);
      expect(routed).toEqual([]);
    },
  );

  it("hands method, address, body and known tag to the router", async () => {
    const headers = { cookie: await cookie(), origin: loopback.origin, "if-none-match": '"abc"' };
    await ask("/assets/x?name=%E5%9B%BE.jpg", headers, "PUT", "bytes");
    expect(routed).toEqual([{ method: "PUT", target: "/assets/x?name=%E5%9B%BE.jpg", body: Buffer.from("bytes"), knownTag: '"abc"' }]);
  });

  it("answers HEAD with the length that GET has, and nothing else", async () => {
    const { status, headers, body } = await ask("/", { cookie: await cookie() }, "HEAD");
    expect({ status, length: headers["content-length"], body }).toEqual({ status: 200, length: "6", body: "" });
  });

  it("says nothing of a length where the window has the file already", async () => {
    answerWith = { status: 304, headers: { etag: '"abc"' }, body: "" };
    const { status, headers } = await ask("/fonts/x", { cookie: await cookie() });
    expect(status).toBe(304);
    expect(headers["etag"]).toBe('"abc"');
    expect(headers["content-length"]).toBeUndefined();
  });

  it("names a port that is taken", async () => {
    const taken = Number(new URL(loopback.origin).port);
    await expect(startLoopback(async () => ({ status: 200, headers: {}, body: "" }), taken)).rejects.toMatchObject({ code: "bad-arguments", detail: expect.stringContaining(String(taken)) });
  });

  it("answers the others when a request fails in the router or is broken off", async () => {
    const { hostname, port } = new URL(loopback.origin);
    answerWith = null;
    expect((await ask("/", { cookie: await cookie() })).status).toBe(500);
    answerWith = { status: 200, headers: {}, body: "routed" };
    const headers = { cookie: await cookie(), origin: loopback.origin, "content-length": 1000 };
    await new Promise<void>((resolve) => {
      const request = httpRequest({ hostname, port, path: "/assets/x", method: "PUT", headers });
      request.on("error", () => resolve());
      request.write("half", () => request.destroy());
    });
    expect((await ask("/", { cookie: await cookie() })).body).toBe("routed");
    expect(routed.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });

  it("takes no body that is too long, announced or not", async () => {
    const headers = { cookie: await cookie(), origin: loopback.origin };
    const { hostname, port } = new URL(loopback.origin);
    const announced = await new Promise<number>((resolve, reject) => {
      const request = httpRequest(
        { hostname, port, path: "/host/openIssue", method: "POST", headers: { ...headers, "content-length": MAX_BODY_BYTES + 1 } },
        (response) => {
          resolve(response.statusCode ?? 0);
          request.destroy();
        },
      );
      request.on("error", reject);
      request.flushHeaders();
    });
    expect(announced).toBe(413);

    const chunk = Buffer.alloc(8 * 1024 * 1024);
    const unannounced = await new Promise<string>((resolve) => {
      const request = httpRequest({ hostname, port, path: "/host/openIssue", method: "POST", headers }, (response) => {
        resolve(String(response.statusCode));
        request.destroy();
      });
      // The connection may be closed while the rest is on its way: that, too, is a refusal.
      request.on("error", () => resolve("413"));
      for (let sent = 0; sent <= MAX_BODY_BYTES; sent += chunk.length) request.write(chunk);
    });
    expect(unannounced).toBe("413");
    expect(routed).toEqual([]);
  });

  it("sends no permission to other origins", async () => {
    const answer = await ask("/", { cookie: await cookie(), origin: "http://evil.example" });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("survives a request that is no HTTP and an address that is none", async () => {
    const { port } = new URL(loopback.origin);
    await new Promise<void>((resolve) => {
      const socket = connect({ host: "127.0.0.1", port: Number(port) }, () => socket.write("\0\0\0 nonsense\r\n\r\n"));
      socket.on("data", () => undefined);
      socket.once("close", () => resolve());
      socket.once("error", () => resolve());
    });
    expect((await ask("//[", { cookie: await cookie() })).status).toBe(400);
    expect((await ask("//[")).status).toBe(400);
    expect(routed).toEqual([]);
    expect((await ask("/", { cookie: await cookie() })).status).toBe(200);
  });
});
