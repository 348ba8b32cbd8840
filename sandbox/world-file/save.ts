import { GatewayIntentBits as Intent } from "discord-api-types/v10";
import { stringify } from "yaml";
import type { World } from "../world/world.ts";
import { guildInput } from "./save-guild.ts";
import { INTENT_NAMES, type WorldFileInput } from "./schema.ts";

/**
 * The world as a YAML text that begins it again: servers, roles, channels, people and bots, with their ids.
 * Messages, threads, webhooks, commands and what an application says of itself are not in it.
 */
export function saveWorld(world: World): string {
  const file: WorldFileInput = {
    applications: [...world.applications.values()].map(({ id, name, token, botUserId, hasActivity, privilegedIntents }) => {
      const { username } = world.user(botUserId);
      const switchedOn = INTENT_NAMES.filter((each) => (privilegedIntents & Intent[each]) !== 0);
      return {
        name,
        id,
        ...(token === null ? {} : { token }),
        ...(username === name ? {} : { username }),
        ...(hasActivity ? { activity: true } : {}),
        ...(switchedOn.length === INTENT_NAMES.length ? {} : { privilegedIntents: switchedOn }),
      };
    }),
    people: world.people.map(({ id, username, locale, part }) => {
      const { global_name: displayName } = world.user(id);
      return {
        username,
        id,
        ...(displayName ? { displayName } : {}),
        locale,
        ...(part === "" ? {} : { part }),
        ...(world.closedDirectMessages.has(id) && !world.closedByFault.has(id) ? { directMessages: false } : {}),
        ...(world.offline.has(id) ? { online: false } : {}),
      };
    }),
    guilds: [...world.guilds.values()].map((guild) => guildInput(world, guild)),
  };
  return stringify(file, { lineWidth: 0, aliasDuplicateObjects: false });
}
