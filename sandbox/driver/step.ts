/** Something that a person does: awaited, it is what came of it. */
export interface Step<T> extends Promise<T> {
  /**
   * Fulfilled once the bot has been sent it and its time to answer runs, for tests that move the clock on before the
   * answer. Rejected as the step itself is, where Discord's client would not let it be done.
   */
  readonly begun: Promise<void>;
}

/** Does `begin`, then waits for what `finish` finds of the interaction that it began. */
export function stepOf<T>(begin: () => Promise<{ readonly interactionId: string }>, finish: (interactionId: string) => Promise<T>): Step<T> {
  const beginning = begin();
  return withBeginning(beginning.then(({ interactionId }) => finish(interactionId)), beginning);
}

/** The step that `act` takes, told in other words. What `act` throws is what the step is rejected with. */
export function mapStep<T, U>(act: () => Step<T>, tell: (outcome: T) => U): Step<U> {
  try {
    const step = act();
    return withBeginning(step.then(tell), step.begun);
  } catch (error) {
    const refused = Promise.reject(error);
    return withBeginning(refused, refused);
  }
}

function withBeginning<T>(outcome: Promise<T>, beginning: Promise<unknown>): Step<T> {
  const begun = (async () => {
    await beginning;
  })();
  // Who awaits only the step hears of it there.
  begun.catch(() => {});
  return Object.assign(outcome, { begun });
}
