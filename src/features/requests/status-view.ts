import type { View } from "../contract.ts";
import type { Page } from "../paging.ts";
import { button, card, COLOURS, option, row, separator, stringSelect, text } from "../view-kit.ts";
import { itemWithQuantity, summaryLine } from "./line-view.ts";
import { pagingButtons } from "./paging.ts";
import type { BasketSpan } from "./request-port.ts";
import { ACTIVE_STATES, type CraftingRequest, type RequestState } from "./request.ts";
import { type Say } from "./texts.ts";
import { pickSelect, STATUS_GROUPS, statusButton, type StatusGroup } from "./view-ids.ts";
import type { Viewer } from "./viewer.ts";

/** Ten of them fit one message, each with its line and its option. */
export const STATUS_PAGE_SIZE = 10;

/** The states behind each of the three buttons. */
export const GROUP_STATES: Record<StatusGroup, readonly RequestState[]> = {
  active: ACTIVE_STATES,
  completed: ["completed"],
  ended: ["cancelled", "denied"],
};

export interface StatusState {
  readonly guildId: string;
  readonly group: StatusGroup;
  readonly requests: Page<CraftingRequest>;
  /** Of those that were submitted together. */
  readonly baskets: ReadonlyMap<string, BasketSpan>;
  readonly counts: Readonly<Record<RequestState, number>>;
  /** Which roles would let them ask, in words, for who may not; null for who may. */
  readonly memberRoles: string | null;
}

/** `#12 Enchant Weapon - Crusader ×3 (open)`: where there is no markdown, in a select or an autocomplete. */
export const choiceLabel = (say: Say, request: CraftingRequest): string =>
  say("status.choice", { number: request.number, item: itemWithQuantity(say, request), state: say(`word.${request.state}`) });

/** A person's own requests, a group of states at a time. */
export function statusView({ say }: Pick<Viewer, "say">, { guildId, group, requests, baskets, counts, memberRoles }: StatusState): View {
  const { items } = requests;
  const countOf = (one: StatusGroup): number => GROUP_STATES[one].reduce((sum, state) => sum + counts[state], 0);
  const emptyText = (): string => {
    if (isNew) return memberRoles === null ? say("status.never") : say("status.never-guest", { roles: memberRoles });
    return memberRoles !== null && group === "active" ? say("status.none-active-guest", { roles: memberRoles }) : say(`status.none-${group}`);
  };
  const isNew = STATUS_GROUPS.every((one) => countOf(one) === 0);
  const paging = pagingButtons(say, requests, (page, as) => statusButton.encode({ guildId, group, page, as }));
  const lines = items.length > 0 ? items.map((request) => summaryLine(say, request, baskets.get(request.basketId ?? ""))) : [emptyText()];
  return card(
    COLOURS.neutral,
    text(say("status.heading")),
    row(
      ...STATUS_GROUPS.map((one) =>
        button(one === group ? "primary" : "secondary", say(`status.${one}`, { count: countOf(one) }), statusButton.encode({ guildId, group: one, page: 0, as: "tab" })),
      ),
    ),
    separator(),
    text([...lines, ...paging.lines].join("\n")),
    ...(items.length === 0 ? [] : [row(stringSelect(pickSelect.encode({ guildId }), items.map((request) => option(choiceLabel(say, request), request.id)), { hint: say("status.open") }))]),
    ...(paging.buttons.length === 0 ? [] : [row(...paging.buttons)]),
  );
}
