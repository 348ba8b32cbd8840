import type { View } from "../contract.ts";
import { panelButton } from "../panel/custom-ids.ts";
import { role } from "../phrases.ts";
import { button, row, text } from "../view-kit.ts";
import type { Say } from "./texts.ts";

export interface Mention {
  readonly roleId: string;
  /** How many requests are new. */
  readonly count: number;
  /** What they are of, with emoji. */
  readonly professions: readonly string[];
}

/** Calls the crafters of a role: the one kind of message that pings anybody. */
export function mentionView(say: Say, mark: string, { roleId, count, professions }: Mention): View {
  const names = professions.join(", ");
  const crafters = role(roleId);
  return {
    components: [
      text(names === "" ? say("mentionAny", { crafters, count }) : say("mention", { crafters, count, professions: names })),
      row(button("primary", say("showQueue"), panelButton.encode({ action: "manage", mark }))),
    ],
    pings: [roleId],
  };
}
