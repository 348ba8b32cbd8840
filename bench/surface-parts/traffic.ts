import type { RestCall, Sandbox } from "../../sandbox/index.ts";

/** Counts the bot's REST calls from now on. */
export class Counted {
  /** Answers to interactions, which Discord counts apart from everything else. */
  answers = 0;
  others = 0;
  refusedForRate = 0;
  #lastAt = performance.now();
  readonly #stop: () => void;

  constructor({ traffic }: Sandbox) {
    this.#stop = traffic.subscribe((entry) => void (entry.kind === "rest" && this.#count(entry)));
  }

  get calls(): number {
    return this.answers + this.others;
  }

  /** Resolves once nothing more was called for `quietMs`. */
  async settled(quietMs: number): Promise<void> {
    while (performance.now() - this.#lastAt < quietMs) await new Promise((resolve) => setTimeout(resolve, quietMs / 4));
  }

  stop(): void {
    this.#stop();
  }

  #count({ route, status }: RestCall): void {
    this.#lastAt = performance.now();
    if (/^\/(interactions|webhooks)\//.test(route ?? "")) this.answers += 1;
    else this.others += 1;
    if (status === 429) this.refusedForRate += 1;
  }
}
