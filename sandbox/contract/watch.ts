import type { TrafficEntry } from "../traffic/entries.ts";
import { watchSandboxes } from "../traffic/watchers.ts";
import type { Contract } from "./contract.ts";
import type { Violation } from "./violation.ts";

/** Looks on at every sandbox that starts in this process from now on. */
export class Watch {
  #entries: TrafficEntry[] = [];
  #contract: Promise<Contract> | null = null;

  /** `notice` is called for everything that comes. */
  constructor(notice: () => void = () => undefined) {
    watchSandboxes((traffic) => {
      traffic.subscribe((entry) => {
        this.#entries.push(entry);
        notice();
      });
    });
  }

  /** What was wrong since it was last asked. */
  async violations(): Promise<Violation[]> {
    if (this.#entries.length === 0) return [];
    return this.take(await this.contract());
  }

  /** The same at once, for who has the contract. */
  take(contract: Contract): Violation[] {
    const entries = this.#entries;
    this.#entries = [];
    return contract.violations(entries);
  }

  /** Has nothing come that had to be checked? */
  get isIdle(): boolean {
    return this.#contract === null;
  }

  /** Reads the documents when it is first asked: most tests start no sandbox. */
  contract(): Promise<Contract> {
    this.#contract ??= import("./contract.ts").then(({ openContract }) => openContract());
    return this.#contract;
  }
}
