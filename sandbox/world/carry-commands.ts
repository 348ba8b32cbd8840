import type { Application, World } from "./world.ts";

/** Gives applications that were there before another world was loaded, told by their ids, their commands and what they say of themselves: bots that register once have no reason to do it again. A guild's commands stay where the guild is there again. */
export function carryCommands(world: World, before: readonly Application[]): void {
  for (const old of before) {
    const application = world.applications.get(old.id);
    if (!application) continue;
    for (const [key, id] of old.commandIds) application.commandIds.set(key, id);
    for (const command of old.commands.values()) {
      if (command.guild_id === undefined || world.guilds.has(command.guild_id)) application.commands.set(command.id, command);
    }
    if (old.profile) application.profile = old.profile;
  }
}
