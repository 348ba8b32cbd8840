import type { Call, OptionValues, Reply } from "../contract.ts";
import type { ModalFields } from "../modal-fields.ts";
import type { Notice } from "../notice.ts";
import { inline } from "../phrases.ts";
import { AS_GUILD } from "./custom-ids.ts";
import { type Preferences, type Subject, TELLINGS } from "./preferences.ts";
import type { PreferencesService } from "./preferences-service.ts";
import { FIELDS, preferencesView, timesForm } from "./preferences-view.ts";
import { readTimes, type TimesProblem } from "./read-times.ts";
import { preferencesTexts, type Say } from "./texts.ts";
import { findZones, readZone } from "./typed-times.ts";

const TYPED_LIMIT = 60;
const CHOICES = 25;

const sayTo = (call: Call): Say => call.translator.in(preferencesTexts);

const shown = (kind: "show" | "update", call: Call, preferences: Preferences, notice?: Notice): Reply => ({ kind, view: preferencesView(sayTo(call), { preferences, ofGuild: call.settings.telling, now: call.now }, notice), stay: "submenu" });

/** What somebody does with how they are told. Everybody changes their own, and nobody else's. */
export function preferencesHandlers(service: PreferencesService) {
  const saved = async (kind: "show" | "update", call: Call, changes: Partial<Preferences>): Promise<Reply> =>
    shown(kind, call, await service.change(call, changes), { tone: "good", sentence: sayTo(call)("saved") });
  const refused = async (kind: "show" | "update", call: Call, problem: TimesProblem): Promise<Reply> => {
    const say = sayTo(call);
    return shown(kind, call, await service.get(call), { tone: "bad", sentence: `${problemText(say, problem)} ${say("nothingSaved")}` });
  };
  return {
    async open(call: Call, options: OptionValues): Promise<Reply> {
      const typed = options["time-zone"];
      if (typeof typed !== "string") return shown("show", call, await service.get(call));
      const timeZone = readZone(typed);
      return timeZone === null ? refused("show", call, { kind: "zone", typed }) : saved("show", call, { timeZone });
    },

    offerZones: (typed: string) => findZones(typed, CHOICES).map((zone) => ({ name: zone, value: zone })),

    async choose(call: Call, subject: Subject, chosen: string | undefined): Promise<Reply | null> {
      const telling = TELLINGS.find((one) => one === chosen) ?? null;
      return telling === null && chosen !== AS_GUILD ? null : saved("update", call, { [subject]: telling });
    },

    askTimes: async (call: Call): Promise<Reply> => ({ kind: "modal", modal: timesForm(sayTo(call), await service.get(call)) }),

    async setTimes(call: Call, fields: ModalFields): Promise<Reply> {
      const read = readTimes({ from: fields.text(FIELDS.from), to: fields.text(FIELDS.to), digest: fields.text(FIELDS.digest), zone: fields.text(FIELDS.zone) });
      return read.ok ? saved("update", call, read.value) : refused("update", call, read.error);
    },

    endQuiet: (call: Call): Promise<Reply> => saved("update", call, { quietFrom: null, quietTo: null }),
  };
}

function problemText(say: Say, problem: TimesProblem): string {
  switch (problem.kind) {
    case "half":
    case "same":
      return say(`bad.${problem.kind}`);
    case "time":
    case "zone":
      return say(`bad.${problem.kind}`, { typed: inline(problem.typed, TYPED_LIMIT) });
    case "zones":
      return say("bad.zones", { typed: inline(problem.typed, TYPED_LIMIT), zones: problem.zones.map((zone) => `\`${zone}\``).join(", ") });
  }
}
