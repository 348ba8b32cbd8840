import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type { View } from "../contract.ts";
import { type Notice, noticeColour, noticeParts } from "../notice.ts";
import { button, card, labelled, modal, option, plain, row, separator, stringSelect, text, textInput } from "../view-kit.ts";
import { AS_GUILD, noQuietButton, tellingSelect, timesButton, timesModal } from "./custom-ids.ts";
import { minuteOfDay } from "./local-time.ts";
import { type Preferences, type Subject, SUBJECTS, type Telling, TELLINGS } from "./preferences.ts";
import type { Say } from "./texts.ts";
import { timeText } from "./typed-times.ts";

/** What the view is drawn from. */
export interface Shown {
  readonly preferences: Preferences;
  readonly ofGuild: Telling;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The custom ids of the form's parts. */
export const FIELDS = { from: "from", to: "to", digest: "digest", zone: "zone" } as const;

/** How this person is told, and the ways to change it. */
export function preferencesView(say: Say, { preferences, ofGuild, now }: Shown, notice?: Notice): View {
  const { quietFrom, quietTo, digestAt, timeZone } = preferences;
  const isQuiet = quietFrom !== null && quietTo !== null;
  const has = (telling: Telling): boolean => SUBJECTS.some((subject) => (preferences[subject] ?? ofGuild) === telling);
  return card(
    noticeColour(notice),
    ...noticeParts(notice),
    text(say("heading")),
    ...SUBJECTS.flatMap((subject) => [text(say(`about.${subject}`, { telling: tellingText(say, preferences[subject], ofGuild) })), row(select(say, subject, preferences[subject]))]),
    separator(),
    text(
      [
        isQuiet ? say("quiet", { from: timeText(quietFrom), to: timeText(quietTo) }) : say("noQuiet"),
        ...(has("digest") ? [say("digest", { at: timeText(digestAt) })] : []),
        say("zone", { zone: plain(timeZone), now: timeText(minuteOfDay(now, timeZone)) }),
      ].join("\n"),
    ),
    row(button("primary", say("times"), timesButton.encode({})), ...(isQuiet ? [button("secondary", say("endQuiet"), noQuietButton.encode({}))] : [])),
  );
}

const tellingText = (say: Say, chosen: Telling | null, ofGuild: Telling): string => (chosen === null ? say("asGuild", { telling: say(`telling.${ofGuild}`) }) : say(`telling.${chosen}`));

function select(say: Say, subject: Subject, chosen: Telling | null) {
  const options = [option(say("choice.guild"), AS_GUILD, { isDefault: chosen === null }), ...TELLINGS.map((telling) => option(say(`choice.${telling}`), telling, { isDefault: telling === chosen }))];
  return stringSelect(tellingSelect.encode({ subject }), options, { hint: say(`select.${subject}`) });
}

/** What was typed the last time, by field. */
export type Typed = Readonly<Record<keyof typeof FIELDS, string>>;

const time = (minute: number | null): string => (minute === null ? "" : timeText(minute));

/** Asks for the times, with what holds now filled in. */
export function timesForm(say: Say, { quietFrom, quietTo, digestAt, timeZone }: Preferences): APIModalInteractionResponseCallbackData {
  return modal(
    timesModal.encode({}),
    say("form.title"),
    labelled(say("form.from"), textInput(FIELDS.from, { value: time(quietFrom), required: false, max: 10, hint: "22:00" }), say("form.time")),
    labelled(say("form.to"), textInput(FIELDS.to, { value: time(quietTo), required: false, max: 10, hint: "08:00" }), say("form.time")),
    labelled(say("form.digest"), textInput(FIELDS.digest, { value: time(digestAt), max: 10 }), say("form.digestAbout")),
    labelled(say("form.zone"), textInput(FIELDS.zone, { value: timeZone, max: 60 }), say("form.zoneAbout")),
  );
}
