import type { Action, End, Script } from "./action.ts";
import type { Outcome } from "./outcomes.ts";

/** How one interaction went; times in milliseconds. */
export interface StepRecord {
  readonly kind: Action["kind"];
  readonly state: Outcome["state"];
  readonly acknowledgedMs: number;
  readonly shownMs: number;
}

/** `missed`: an answer missed Discord's 3 s. `unfinished`: one was put off and never came. `gone`: what was to be pressed was gone. */
export type FlowEnd = End | "missed" | "unfinished" | "gone";

export interface Played {
  readonly end: FlowEnd;
  readonly steps: readonly StepRecord[];
}

export interface Player {
  act(action: Action): Promise<Outcome | null>;
  /** A pause as people make it between two steps. */
  think(): Promise<void>;
}

/** Lets a person go through a script to its end. */
export async function play(script: Script, player: Player): Promise<Played> {
  const steps: StepRecord[] = [];
  let turn = script.next();
  while (!turn.done) {
    if (steps.length > 0) await player.think();
    const { kind } = turn.value;
    const outcome = await player.act(turn.value);
    if (!outcome) return { end: "gone", steps };
    const { state, acknowledgedMs, shownMs } = outcome;
    steps.push({ kind, state, acknowledgedMs, shownMs });
    if (state !== "answered") return { end: state, steps };
    turn = script.next(outcome);
  }
  return { end: turn.value, steps };
}
