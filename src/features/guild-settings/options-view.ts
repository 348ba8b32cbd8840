/** The page of the options, a group at a time, and the form of each. */
import type { APIComponentInLabel, APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type { View } from "../contract.ts";
import type { Notice } from "../notice.ts";
import { person, role } from "../phrases.ts";
import { categorySelect, labelled, modal, option, radioGroup, roleSelect, row, stringSelect, text, textInput, usersSelect } from "../view-kit.ts";
import { clearOptionSelect, groupSelect, optionModal, optionSelect } from "./custom-ids.ts";
import { framed, type SettingsState } from "./frame.ts";
import type { GuildSettings } from "./guild-settings.ts";
import { GROUP_OF, NEEDS, OPTION_GROUPS, type OptionGroup } from "./option-groups.ts";
import { OPTION_KEYS, OPTIONS, type Option, type OptionKey, type OptionValue } from "./options.ts";
import { type Say, sourceKeys, wordKeys } from "./texts.ts";

/** The custom id of a form's one part. */
export const VALUE = "value";

/** The words of a switch in its form. */
export const ON = "on";
export const OFF = "off";

/** One group: what each option is, where that comes from, what it does, and the ways to change it. */
export function optionsView(say: Say, state: SettingsState, group: OptionGroup, notice?: Notice): View {
  const keys = OPTION_KEYS.filter((key) => GROUP_OF[key] === group);
  const own = keys.filter((key) => state.layered.sourceOf(key) === "guild");
  return framed(say, "options", say("optionsTitle"), notice, [
    row(stringSelect(groupSelect.encode({}), OPTION_GROUPS.map((one) => option(say(`group.${one}`), one, { isDefault: one === group })), { hint: say("groupSelect") })),
    text(keys.map((key) => optionLine(say, state, key)).join("\n")),
    row(stringSelect(optionSelect.encode({ group }), keys.map((key) => option(say(`option.${key}`), key)), { hint: say("optionSelect") })),
    ...(own.length === 0 ? [] : [row(stringSelect(clearOptionSelect.encode({ group }), own.map((key) => option(say(`option.${key}`), key)), { hint: say("clearOptionSelect") }))]),
    text(`-# ${say("optionsHint")}`),
  ]);
}

function optionLine(say: Say, { layered: { settings, sourceOf } }: SettingsState, key: OptionKey): string {
  const source = sourceOf(key);
  const need = NEEDS[key];
  const isIdle = need !== undefined && !IS_MET[need](settings);
  const values = { name: say(`option.${key}`), value: valueText(say, key, settings[key]), source: source === "unset" ? say("fromDefault") : say(sourceKeys[source]), about: say(`option.${key}.about`) };
  return isIdle ? say("optionLineIdle", { ...values, idle: say(`idle.${need}`) }) : say("optionLine", values);
}

const IS_MET: Readonly<Record<NonNullable<(typeof NEEDS)[OptionKey]>, (settings: GuildSettings) => boolean>> = {
  "not-ephemeral": ({ surface }) => surface !== "ephemeral",
  "channel-surface": ({ surface }) => surface === "channel",
  mentions: ({ mentionCrafters }) => mentionCrafters,
  "queue-cache": ({ queueCacheTtlMinutes }) => queueCacheTtlMinutes > 0,
};

/** Numbers of which 0 switches something off. */
const OFF_AT_ZERO: ReadonlySet<OptionKey> = new Set(["claimLeaseHours", "deadlineReminderHours", "handoverDays", "queueCacheTtlMinutes"]);

/** An option's value as people read it. */
export function valueText(say: Say, key: OptionKey, value: OptionValue): string {
  const one: Option = OPTIONS[key];
  if (one.kind === "number") return value === 0 && OFF_AT_ZERO.has(key) ? say("never") : say(`unit.${one.unit}`, { count: Number(value) });
  if (one.kind === "switch") return say(value === true ? "on" : "off");
  if (one.kind === "choice") return say(wordKeys[String(value)] ?? "never");
  if (one.kind === "category") return value === null ? say("noCategory") : `<#${String(value)}>`;
  const ids = Array.isArray(value) ? value : [];
  return ids.length === 0 ? say("nobodyChosen") : ids.map(one.kind === "people" ? person : role).join(" ");
}

/** Asks for one option's value, with what holds now filled in. */
export function optionForm(say: Say, { layered: { settings } }: SettingsState, key: OptionKey): APIModalInteractionResponseCallbackData {
  const { part, hint } = partOf(say, settings, key);
  return modal(optionModal.encode({ key }), say(`option.${key}`), text(say(`option.${key}.about`)), labelled(say("optionValue"), part, hint));
}

function partOf(say: Say, settings: GuildSettings, key: OptionKey): { readonly part: APIComponentInLabel; readonly hint: string } {
  const one: Option = OPTIONS[key];
  const value: OptionValue = settings[key];
  const byDefault = valueText(say, key, one.byDefault);
  switch (one.kind) {
    case "number":
      return { part: textInput(VALUE, { value: String(value), max: 10 }), hint: say("numberHint", { min: one.min, max: one.max, byDefault }) };
    case "choice":
      return { part: radioGroup(VALUE, one.words.map((word) => ({ label: say(wordKeys[word] ?? "never"), value: word, default: word === value }))), hint: say("choiceHint", { byDefault }) };
    case "switch":
      return { part: radioGroup(VALUE, [ON, OFF].map((word) => ({ label: say(word === ON ? "on" : "off"), value: word, default: (word === ON) === value }))), hint: say("choiceHint", { byDefault }) };
    case "people":
      return { part: usersSelect(VALUE, Array.isArray(value) ? value : [], one.max), hint: say("peopleHint", { count: one.max }) };
    case "roles":
      return { part: { ...roleSelect(VALUE, Array.isArray(value) ? value : [], one.max, ""), required: false }, hint: say("rolesHintMost", { count: one.max }) };
    case "category":
      return { part: categorySelect(VALUE, typeof value === "string" ? value : null), hint: say("categoryHint") };
  }
}
