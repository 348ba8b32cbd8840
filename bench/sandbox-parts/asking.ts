import { Agent, request } from "node:http";

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Asks one server over connections that stay open: the lightest client there is, so that it is the server that is measured. */
export class Asking {
  readonly #origin: URL;
  readonly #agent: Agent;

  constructor(origin: string, connections: number) {
    this.#origin = new URL(origin);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The answer's body, taken for what the caller knows it to be. @throws Error when the server refuses: a benchmark of refusals would be fast for nothing */
  async expect<T>(method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    const { status, body: answer } = await this.ask(method, path, body, headers);
    if (status >= 400) throw new Error(`${method} ${path} answered ${status} ${JSON.stringify(answer)}`);
    return answer as T;
  }

  ask(method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          agent: this.#agent,
          hostname: this.#origin.hostname,
          port: this.#origin.port,
          method,
          path,
          headers: { ...headers, ...(text === undefined ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(text)) }) },
        },
        (answered) => {
          const parts: Buffer[] = [];
          answered.on("data", (part: Buffer) => parts.push(part));
          answered.on("error", reject);
          answered.on("end", () => {
            const answer = Buffer.concat(parts).toString("utf8");
            resolve({ status: answered.statusCode ?? 0, body: answer === "" ? {} : (JSON.parse(answer) as Answer["body"]) });
          });
        },
      );
      asked.on("error", reject);
      asked.end(text);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
