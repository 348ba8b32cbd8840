import { inline, person } from "../phrases.ts";
import type { ActionRefusal, HereRefusal, UndoRefusal } from "./request-port.ts";
import { NOTE_LIMIT, THE_DESK } from "./request.ts";
import { REFUSALS } from "./texts.ts";
import type { Viewer } from "./viewer.ts";

/** Says what is wrong and what to do. `profession` is the request's, where it is known. */
export function refusalSentence({ say, professionName }: Pick<Viewer, "say" | "professionName">, refusal: ActionRefusal | HereRefusal, profession = ""): string {
  switch (refusal.kind) {
    case "already-claimed":
      return say(REFUSALS[refusal.kind], { by: person(refusal.by) });
    case "not-your-claim":
      return refusal.by === null ? say("refused.not-your-claim-nobody") : say(REFUSALS[refusal.kind], { by: person(refusal.by) });
    case "not-a-crafter":
      return say(REFUSALS[refusal.kind], { profession: professionName(refusal.profession) });
    case "wrong-state":
      return say(REFUSALS[refusal.kind], { state: say(`word.${refusal.state}`) });
    case "bad-count":
      return refusal.left === 0 ? say("refused.bad-count-none") : say(REFUSALS[refusal.kind], { left: refusal.left });
    case "crafter-not-qualified":
      return say(REFUSALS[refusal.kind], { who: person(refusal.userId), profession: professionName(profession) });
    case "bad-quantity":
      return say(REFUSALS[refusal.kind], { least: refusal.least, most: refusal.most });
    case "note-too-long":
      return say(REFUSALS[refusal.kind], { limit: NOTE_LIMIT });
    case "not-found":
    case "changed-meanwhile":
    case "not-your-request":
    case "not-an-officer":
    case "reason-missing":
    case "already-received":
    case "no-lease":
    case "date-past":
    case "not-core":
    case "bad-materials":
    case "nothing-changed":
    case "not-in-it":
    case "nothing-to-hand-over":
      return say(REFUSALS[refusal.kind]);
  }
}

/** Why something is not taken back. */
export function undoRefusalSentence({ say, userId }: Pick<Viewer, "say" | "userId">, refusal: UndoRefusal): string {
  if (refusal.kind !== "acted-since") return say(REFUSALS[refusal.kind]);
  if (refusal.by === THE_DESK) return say("refused.acted-since-by-itself");
  return refusal.by === userId ? say("refused.acted-since-you") : say(REFUSALS[refusal.kind], { by: person(refusal.by) });
}

const TYPED_LIMIT = 40;

/** For a number that is none. */
export const notANumber = ({ say }: Pick<Viewer, "say">, typed: string, left: number): string =>
  say("notANumber", { typed: inline(typed, TYPED_LIMIT), left });
