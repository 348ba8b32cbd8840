import type { SettingChangeEntry } from "../audit/audit-port.ts";
import type { View } from "../contract.ts";
import type { Page } from "../paging.ts";
import { ago, person } from "../phrases.ts";
import { button, option, row, stringSelect, text, userSelect } from "../view-kit.ts";
import { ACTIONS, actionSelect, PERIODS, periodSelect, personSelect, sectionButton, trailButton, type TrailFilter } from "./custom-ids.ts";
import { framed, paged } from "./frame.ts";
import type { Say } from "./texts.ts";

export const TRAIL_PAGE_SIZE = 10;
/** Each may name many roles or people, twice. */
export const CHANGES_PAGE_SIZE = 5;
const ANSWER_LIMIT = 250;

/** What is chosen for "everything": a select's value must not be empty. */
export const EVERYTHING = "every";

export interface TrailLine {
  readonly at: number;
  readonly number: number;
  readonly event: string;
}

/** What was done to all requests, newest first, narrowed by person, action and time. */
export function trailView(say: Say, filter: TrailFilter, page: Page<TrailLine>): View {
  const { person: personId, action, days } = filter;
  const lines = page.items.map(({ at, number, event }) => say("trail.line", { at: ago(at), number, event }));
  const actions = [option(say("trail.every-action"), EVERYTHING, { isDefault: action === "" }), ...ACTIONS.map((one) => option(say(`action.${one}`), one, { isDefault: one === action }))];
  const periods = [option(say("trail.every-time"), EVERYTHING, { isDefault: days === 0 }), ...PERIODS.map((one) => option(say("days", { count: one }), String(one), { isDefault: one === days }))];
  const everybody = personId === "" ? [] : [button("secondary", say("trail.everybody"), trailButton.encode({ ...filter, person: "", page: 0, as: "all" }))];
  return framed(say, "trail", [
    text(
      [
        say("trail.heading"),
        ...(personId === "" ? [] : [say("trail.by", { person: person(personId) })]),
        ...(lines.length > 0 ? [`-# ${say("trail.count", { count: page.total })}`, ...lines] : [say("trail.none")]),
      ].join("\n"),
    ),
    row(userSelect(personSelect.encode(filter), { hint: say("trail.person") })),
    row(stringSelect(actionSelect.encode(filter), actions, { hint: say("trail.action") })),
    row(stringSelect(periodSelect.encode(filter), periods, { hint: say("trail.period") })),
    ...paged(say, page, (to, as) => trailButton.encode({ ...filter, page: to, as }), ...everybody),
  ]);
}

export interface ChangeLine extends Pick<SettingChangeEntry, "at" | "actorId"> {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What officers changed in the settings, newest first. */
export function changesView(say: Say, page: Page<ChangeLine>): View {
  const lines = page.items.map(({ at, actorId, name, before, after }) =>
    say("changes.line", { at: ago(at), actor: person(actorId), setting: name, before: firstWords(before), after: firstWords(after) }),
  );
  return framed(say, "settings", [
    text([say("changes.heading"), ...(lines.length > 0 ? lines : [say("changes.none")])].join("\n")),
    ...paged(say, page, (to, as) => sectionButton.encode({ section: "settings", page: to, as })),
  ]);
}

/** Long lists end between two of their words. */
function firstWords(answer: string): string {
  if (answer.length <= ANSWER_LIMIT) return answer;
  const end = answer.lastIndexOf(" ", ANSWER_LIMIT);
  return `${answer.slice(0, end > 0 ? end : ANSWER_LIMIT)} …`;
}
