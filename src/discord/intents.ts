import { GatewayIntentBits } from "discord.js";
import type { Log } from "../telemetry/log.ts";

/** `auto`: the bot asks for the Server Members intent, and does without where Discord refuses it. `off`: it does not ask. */
export type MembersIntent = "auto" | "off";

const HOW_TO_SWITCH_IT_ON = "To switch it on: https://discord.com/developers/applications, your application, Bot, Privileged Gateway Intents, Server Members Intent; then start the bot again.";
const WHAT_IS_LOST = "members are not kept in memory but looked up when they are needed, which takes a call of about 0.1 s in direct messages, and who leaves a server is noticed up to a day later";

/** Which events the bot asks Discord for. */
export class Intents {
  #hearsMembers: boolean;
  readonly #log: Log;

  constructor(membersIntent: MembersIntent, log: Log) {
    this.#hearsMembers = membersIntent === "auto";
    this.#log = log;
    if (!this.#hearsMembers) log.info({}, `GUILDSMITH_MEMBERS_INTENT is off: ${WHAT_IS_LOST}`);
  }

  /** Whether joins, leaves and changes of members are told, and lists of them given. */
  get hearsMembers(): boolean {
    return this.#hearsMembers;
  }

  /** A bit field. */
  get bits(): number {
    return GatewayIntentBits.Guilds | (this.#hearsMembers ? GatewayIntentBits.GuildMembers : 0);
  }

  /** Discord has refused them (close code 4014). Gives whether it is worth asking again, without the one that it may refuse. */
  refused(): boolean {
    if (!this.#hearsMembers) return false;
    this.#hearsMembers = false;
    this.#log.warn({}, `Discord does not give this bot the Server Members intent. It runs without: ${WHAT_IS_LOST}. ${HOW_TO_SWITCH_IT_ON}`);
    return true;
  }
}
