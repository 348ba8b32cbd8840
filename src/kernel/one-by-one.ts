/** Works on one thing after the other. */
export interface OneByOne<T> {
  add(item: T): void;
  /** Begins nothing more, and resolves when what is under way is done. */
  stop(): Promise<void>;
}

/** `work` must not reject. */
export function oneByOne<T>(work: (item: T) => Promise<void>): OneByOne<T> {
  let isStopped = false;
  let last = Promise.resolve();
  return {
    add(item) {
      last = last.then(() => (isStopped ? undefined : work(item)));
    },
    async stop() {
      isStopped = true;
      await last;
    },
  };
}
