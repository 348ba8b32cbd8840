/** Does something again and again until it is stopped; never twice at once. `work` must not reject. */
export function repeat(everyMs: number, work: () => Promise<void>): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async (): Promise<void> => {
    await work();
    if (!isStopped) timer = setTimeout(begin, everyMs);
  };
  let last = Promise.resolve();
  const begin = (): void => {
    last = round();
  };
  begin();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await last;
    },
  };
}
