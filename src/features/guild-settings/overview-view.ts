import type { View } from "../contract.ts";
import type { Notice } from "../notice.ts";
import { button, card, COLOURS, plain, row, separator, text } from "../view-kit.ts";
import { askResetButton, resetButton, sectionButton } from "./custom-ids.ts";
import { channelOf, channelText, framed, rolesText, type SettingsState, sourceText } from "./frame.ts";
import { CHANNEL_KINDS, type ChannelKind, ROLE_KINDS, type SettingKey } from "./layers.ts";
import { OPTION_KEYS } from "./options.ts";
import { packNames } from "./packs-view.ts";
import { failureKeys, roleKeys, surfaceFailureKeys, type Say } from "./texts.ts";

/** So many professions are listed that the whole text stays under Discord's 4000 characters. */
const PROFESSIONS_SHOWN = 12;

const DONE = "✅";

/** What is still to do, and every answer with where it comes from. */
export function overviewView(say: Say, state: SettingsState, notice?: Notice): View {
  const answers = answersOf(say, state);
  return framed(say, "overview", say("overviewTitle"), notice, [
    text(guide(say, state)),
    separator(),
    text([say("answers"), ...answers.map(({ line }) => line)].join("\n")),
    ...(hasOwnAnswers(state) ? [row(button("danger", say("reset"), askResetButton.encode({}), { emoji: "↩️" }))] : []),
  ]);
}

/** Asks before a guild's own answers are forgotten. */
export function resetView(say: Say, hasFile: boolean): View {
  return card(
    COLOURS.bad,
    text(`### ↩️ ${say("resetTitle")}`),
    text(say(hasFile ? "resetToFile" : "resetToNothing")),
    row(button("danger", say("resetNow"), resetButton.encode({})), button("secondary", say("keep"), sectionButton.encode({ section: "overview" }))),
  );
}

const step = (isDone: boolean, words: string): readonly [sign: string, words: string] => [isDone ? DONE : "⬜", words];

function guide(say: Say, { layered: { settings }, professions, failures, surfaceFailure, threadFailure, hasDeleted }: SettingsState): string {
  const set = professions.filter(({ id }) => (settings.roles.professions[id] ?? []).length > 0).length;
  const standing = (kind: ChannelKind, isSet: boolean, words: string): readonly [sign: string, words: string] => {
    const failure = failures[kind];
    return failure === null ? step(isSet, words) : ["⚠️", `${words}: ${say(failureKeys[failure])}`];
  };
  const steps = [
    step(settings.roles.officer.length > 0, say("guideOfficer")),
    step(set > 0, say("guideProfessions", { set, count: professions.length })),
    standing("panel", settings.panelChannelId !== null, say("guidePanel")),
    standing("board", settings.boardChannelId !== null, say("guideBoard")),
    ...(["role", "channel"] as const).flatMap((kind) => (hasDeleted[kind] ? [["⚠️", say(`deleted.${kind}`)] as const] : [])),
    ...(surfaceFailure === null ? [] : [["⚠️", say(surfaceFailureKeys[surfaceFailure])] as const]),
    ...(threadFailure === null ? [] : [["⚠️", say("threadsFail", { why: say(failureKeys[threadFailure]) })] as const]),
  ];
  const lines = steps.map((parts) => parts.join(" "));
  return [say(steps.every(([sign]) => sign === DONE) ? "ready" : "guide"), ...lines].join("\n");
}

function answersOf(say: Say, state: SettingsState): readonly { readonly key?: SettingKey; readonly line: string }[] {
  const { settings } = state.layered;
  const answer = (key: SettingKey, what: string, value: string) => ({ key, line: `**${what}** · ${value} · *${sourceText(say, state, key)}*` });
  const rest = state.professions.length - PROFESSIONS_SHOWN;
  return [
    ...ROLE_KINDS.map((kind) => answer(`roles.${kind}`, say(kind), rolesText(settings.roles[kind], say(roleKeys[kind].unset)))),
    ...state.professions
      .slice(0, PROFESSIONS_SHOWN)
      .map(({ id, name, icon }) =>
        answer(`roles.professions.${id}`, `${icon ? `${icon} ` : ""}${plain(name)}`, rolesText(settings.roles.professions[id] ?? [], say("officersOnly"))),
      ),
    ...(rest > 0 ? [{ line: `-# ${say("more", { count: rest })}` }] : []),
    ...CHANNEL_KINDS.map((kind) => answer(`channels.${kind}`, say(kind), channelText(say, kind, channelOf(state, kind)))),
    answer("packs", say("packs"), packNames(say, state)),
    ...changed(say, state),
  ];
}

/** Which options are not as by default; what they are has a page of its own. */
function changed(say: Say, { layered }: SettingsState): readonly { readonly line: string }[] {
  const names = OPTION_KEYS.filter((key) => layered.sourceOf(key) !== "unset").map((key) => say(`option.${key}`));
  return names.length === 0 ? [] : [{ line: say("changedOptions", { names: names.join(", ") }) }];
}

function hasOwnAnswers({ layered: { settings, sourceOf } }: SettingsState): boolean {
  const keys: readonly SettingKey[] = [
    ...ROLE_KINDS.map((kind) => `roles.${kind}` as const),
    ...Object.keys(settings.roles.professions).map((id) => `roles.professions.${id}` as const),
    ...CHANNEL_KINDS.map((kind) => `channels.${kind}` as const),
    "packs",
    ...OPTION_KEYS,
  ];
  return keys.some((key) => sourceOf(key) === "guild");
}
