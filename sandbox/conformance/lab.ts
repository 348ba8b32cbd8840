import assert from "node:assert/strict";
import { connectPerson, type Driver } from "../driver.ts";
import { ManualClock, NO_LIMITS, PEOPLE, type Sandbox, type SandboxOptions, startSandbox } from "../index.ts";
import { connectWire, type Wire, type WireOptions } from "./wire.ts";

/** An answer of the REST API. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; `{}` when there was none, the text when it was something else. */
  readonly body: Body;
}

/** Whatever the API answered, to be looked into. Errors have `code`, `message` and `errors`. */
export type Body = ReturnType<typeof JSON.parse>;

/** What a rule's check works with: a sandbox of its own with a clock that stands still, a bare bot, and people. */
export class Lab implements AsyncDisposable {
  readonly clock = new ManualClock();
  #sandbox: Promise<Sandbox> | null = null;
  readonly #closing: (() => Promise<void>)[] = [];

  /** The sandbox, started with these options at the first call. Without options limits are out of the way. */
  async start(options: SandboxOptions = {}): Promise<Sandbox> {
    this.#sandbox ??= startSandbox({ clock: this.clock, limits: NO_LIMITS, sessionStarts: { everyMs: 0 }, ...options });
    return this.#sandbox;
  }

  /** Asks the REST API as the bot. `token` null asks without one. */
  async ask(method: string, path: string, body?: unknown, { token, headers = {} }: { token?: string | null; headers?: Record<string, string> } = {}): Promise<Answer> {
    const sandbox = await this.start();
    const given = token === undefined ? sandbox.token : token;
    const isForm = body instanceof FormData;
    const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
      method,
      headers: { ...(given === null ? {} : { authorization: `Bot ${given}` }), ...(body === undefined || isForm ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text === "" ? {} : text };
  }

  /** Asks, and expects a success. Gives the body. */
  async get(path: string): Promise<Body> {
    return this.expect(200, "GET", path);
  }

  /** Asks, and expects this status. Gives the body. */
  async expect(status: number, method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.ask(method, path, body);
    assert.equal(answer.status, status, `${method} ${path} answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Asks, and expects a refusal with this status and code. Gives the body. */
  async refused(status: number, code: number, method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.ask(method, path, body);
    assert.deepEqual([answer.status, answer.body.code], [status, code], `${method} ${path} answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** A gateway connection of the bot that has identified and is ready. */
  async bot(options: WireOptions = {}): Promise<Wire> {
    const wire = await this.wire();
    await wire.identify(options);
    return wire;
  }

  /** A gateway connection that has said nothing yet. `query` goes behind the address. */
  async wire(query = ""): Promise<Wire> {
    const sandbox = await this.start();
    const wire = await connectWire(`${sandbox.gatewayUrl}${query}`, sandbox.token);
    this.#closing.push(async () => wire.terminate());
    return wire;
  }

  /** Somebody at their page. */
  async person(name: keyof typeof PEOPLE): Promise<Driver> {
    const sandbox = await this.start();
    const person = await connectPerson(sandbox.url, PEOPLE[name]);
    this.#closing.push(() => person.close());
    return person;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#closing.map((close) => close()));
    await (await this.#sandbox)?.close();
  }
}
