import { ApplicationFlags as Flag, GatewayIntentBits as Intent } from "discord-api-types/v10";
import type { Application } from "./world.ts";

/** Intents that a bot only gets when its application has them switched on. Source: events/gateway.mdx:445. */
export const PRIVILEGED_INTENTS = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

/** The flags of small bots, each for the intent that it lets them have. */
const FLAGS: readonly (readonly [Intent, Flag])[] = [
  [Intent.GuildPresences, Flag.GatewayPresenceLimited],
  [Intent.GuildMembers, Flag.GatewayGuildMembersLimited],
  [Intent.MessageContent, Flag.GatewayMessageContentLimited],
];

/** What an application may set of its flags. Source: resources/application.mdx in Discord's documentation. */
export const SETTABLE_FLAGS = FLAGS.reduce((all, [, flag]) => all | flag, 0);

/** An application's flags: which privileged intents it has switched on, and whether it has an Activity. */
export const flagsOf = ({ privilegedIntents, hasActivity = false }: Application): number =>
  FLAGS.reduce((all, [intent, flag]) => ((privilegedIntents & intent) === 0 ? all : all | flag), hasActivity ? Flag.Embedded : 0);

/** The privileged intents that these flags switch on. */
export const intentsOfFlags = (flags: number): number => FLAGS.reduce((all, [intent, flag]) => ((flags & flag) === 0 ? all : all | intent), 0);
