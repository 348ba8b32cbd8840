import type { View } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import { isCrafter, type Rights } from "../guild-settings/rights.ts";
import { role } from "../phrases.ts";
import { button, card, COLOURS, row, separator, text } from "../view-kit.ts";
import { topicButton } from "./custom-ids.ts";
import type { HelpKey, Say } from "./texts.ts";
import { type Topic, topicsOf } from "./topics-of.ts";

/** Who asks for help, and in which words. */
export interface Reader {
  readonly say: Say;
  readonly rights: Rights;
  readonly settings: GuildSettings;
  readonly professionName: (id: string) => string;
  /** How a command is written, such that it can be pressed where possible; null when this bot has none of that name. */
  readonly command: (name: string) => string | null;
}

/** Each topic's lines, with the commands that they name: a line whose command is not there is left out. */
const LINES: Readonly<Record<Topic, readonly (readonly [key: HelpKey, ...commands: string[]])[]>> = {
  member: [["member.request", "request"], ["member.status", "status"], ["member.characters", "characters"], ["member.who", "who"], ["member.materials", "materials"], ["member.message"], ["member.stats", "stats"]],
  crafter: [["crafter.requests", "requests"], ["crafter.claim"], ["crafter.undo"], ["crafter.recipes", "recipes"], ["crafter.here"], ["crafter.person"]],
  officer: [["officer.settings", "settings"], ["officer.panel", "panel"], ["officer.requests", "requests"], ["officer.officer", "officer"], ["officer.export", "export"]],
  telling: [["telling.preferences", "preferences"], ["telling.dm"], ["telling.language"]],
};

/** One topic of what this person can do here. */
export function helpView(reader: Reader, topic: Topic): View {
  const { say, rights } = reader;
  return card(
    COLOURS.neutral,
    text(`${say("heading")}\n${youAre(reader)}`),
    separator(),
    text([...LINES[topic].flatMap((line) => lineText(reader, line)), ...(topic === "officer" ? stillToDo(reader) : [])].join("\n\n")),
    row(...topicsOf(rights).map((one) => button(one === topic ? "primary" : "secondary", say(`topic.${one}`), topicButton.encode({ topic: one })))),
  );
}

function youAre({ say, rights, settings, professionName }: Reader): string {
  if (rights.isOfficer) return say("you.officer");
  if (isCrafter(rights)) return say("you.crafter", { professions: rights.professions.map(professionName).join(", ") });
  return rights.isMember ? say("you.member") : say("you.guest", { roles: settings.roles.member.map(role).join(" ") });
}

function lineText({ say, settings, command }: Reader, [key, ...names]: readonly [key: HelpKey, ...commands: string[]]): readonly string[] {
  if (key === "crafter.claim") return [`• ${settings.claimLeaseHours === 0 ? say("crafter.claim-forever") : say("crafter.claim", { hours: settings.claimLeaseHours })}`];
  const commands = names.map((name) => [name, command(name)] as const);
  if (commands.some(([, mention]) => mention === null)) return [];
  return [`• ${say(key, Object.fromEntries(commands.map(([name, mention]) => [name, mention ?? ""])))}`];
}

/** What officers have not set up yet. */
function stillToDo({ say, settings: { roles, panelChannelId, boardChannelId } }: Reader): readonly string[] {
  const missing = [
    ...(roles.officer.length === 0 ? [say("missing.officer")] : []),
    ...(Object.values(roles.professions).every((ids) => ids.length === 0) ? [say("missing.professions")] : []),
    ...(panelChannelId === null ? [say("missing.panel")] : []),
    ...(boardChannelId === null ? [say("missing.board")] : []),
  ];
  return missing.length === 0 ? [] : [say("officer.missing", { what: missing.join(", ") })];
}
