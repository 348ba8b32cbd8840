import type { Call, Reply } from "../contract.ts";
import type { ModalFields } from "../modal-fields.ts";
import { inline } from "../phrases.ts";
import { wholeNumber } from "../../kernel/typed-number.ts";
import { after, type Draw, notOfficer, sayTo, type SettingsHandlerDeps, stateOf } from "./handlers-shared.ts";
import type { GuildSettings } from "./guild-settings.ts";
import { GROUP_OF, OPTION_GROUPS } from "./option-groups.ts";
import { isOptionKey, OPTIONS, type Option, type OptionKey, type OptionValue } from "./options.ts";
import { ON, optionForm, optionsView, VALUE, valueText } from "./options-view.ts";
import type { Say } from "./texts.ts";

const TYPED_LIMIT = 40;

/** What officers do with the options of `/settings`. */
export function optionHandlers(deps: SettingsHandlerDeps) {
  const { service } = deps;
  return {
    async turnToGroup(call: Call, chosen: string | undefined): Promise<Reply | null> {
      const group = OPTION_GROUPS.find((one) => one === chosen);
      if (group === undefined) return null;
      if (!call.rights.isOfficer) return notOfficer(call);
      return { kind: "update", view: optionsView(sayTo(call), await stateOf(deps, call.guildId), group) };
    },

    async openForm(call: Call, key: string | undefined): Promise<Reply | null> {
      if (key === undefined || !isOptionKey(key)) return null;
      if (!call.rights.isOfficer) return notOfficer(call);
      if (call.isDirect && IN_SERVER.has(OPTIONS[key].kind)) return { kind: "refuse", sentence: sayTo(call)("optionInServer") };
      return { kind: "modal", modal: optionForm(sayTo(call), await stateOf(deps, call.guildId), key) };
    },

    async setOption(call: Call, key: OptionKey, fields: ModalFields): Promise<Reply> {
      const value = valueOf(OPTIONS[key], fields);
      const draw: Draw = (say, state, notice) => optionsView(say, state, GROUP_OF[key], notice);
      if (value === null) {
        if (!call.rights.isOfficer) return notOfficer(call);
        const say = sayTo(call);
        const state = await stateOf(deps, call.guildId);
        return { kind: "update", view: draw(say, state, { tone: "bad", sentence: notInRange(say, state.layered.settings, key, fields) }) };
      }
      return after(deps, call, draw, await service.setOption(call, key, value), (say, { layered: { settings } }) =>
        [say("savedOption", { name: say(`option.${key}`), value: valueText(say, key, settings[key]) }), ...andAlso(say, key, settings)].join(" "),
      );
    },

    async clearOption(call: Call, key: string | undefined): Promise<Reply | null> {
      if (key === undefined || !isOptionKey(key)) return null;
      return after(deps, call, (say, state, notice) => optionsView(say, state, GROUP_OF[key], notice), await service.clearOption(call, key), (say, { layered: { settings } }) =>
        say("clearedOption", { name: say(`option.${key}`), value: valueText(say, key, settings[key]) }),
      );
    },
  };
}

/** Discord offers none of these in a direct message. */
const IN_SERVER: ReadonlySet<Option["kind"]> = new Set(["people", "roles", "category"]);

/** What the form says; null for a number that the option may not be. */
function valueOf(option: Option, fields: ModalFields): OptionValue | null {
  switch (option.kind) {
    case "number": {
      const typed = wholeNumber(fields.text(VALUE));
      return typed === null || typed < option.min || typed > option.max ? null : typed;
    }
    case "choice":
      // The service refuses a word that the option has not.
      return fields.text(VALUE);
    case "switch":
      return fields.text(VALUE) === ON;
    case "people":
    case "roles":
      return fields.choices(VALUE);
    case "category":
      return fields.choices(VALUE)[0] ?? "";
  }
}

function notInRange(say: Say, settings: GuildSettings, key: OptionKey, fields: ModalFields): string {
  const option: Option = OPTIONS[key];
  const { min, max } = option.kind === "number" ? option : { min: 0, max: 0 };
  return say("notInRange", { typed: inline(fields.text(VALUE), TYPED_LIMIT), min, max, name: say(`option.${key}`), value: valueText(say, key, settings[key]) });
}

/** What else it takes before the choice has an effect, or what else it changes. */
function andAlso(say: Say, key: OptionKey, settings: GuildSettings): readonly string[] {
  if (key === "surface" && settings.surface === "channel" && settings.panelChannelId === null && settings.channelCategoryId === null) return [say("needsPlace")];
  // A profile may move everybody's flows elsewhere, which nobody looks for here.
  if (key === "profile") return [say("savedOption", { name: say("option.surface"), value: valueText(say, "surface", settings.surface) })];
  if (key === "mentionCrafters" && settings.mentionCrafters && settings.boardChannelId === null) return [say("needsBoard")];
  return [];
}
