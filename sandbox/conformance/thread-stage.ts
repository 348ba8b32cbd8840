import { type APIThreadChannel, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { CHANNELS } from "../index.ts";
import { isThread } from "../world/channel.ts";
import type { World } from "../world/world.ts";
import type { Lab } from "./lab.ts";

export const GENERAL = `/channels/${CHANNELS.general}`;
/** What it takes to read and write in a thread, and no more. */
export const TALK = Bit.ViewChannel | Bit.SendMessagesInThreads | Bit.ReadMessageHistory;

/** Opens a thread as the bot; a public one (11) that waits an hour, unless told otherwise. Gives its address. */
export async function openThread(lab: Lab, wanted: object = {}): Promise<string> {
  const { id } = await lab.expect(201, "POST", `${GENERAL}/threads`, { name: "aside", type: 11, auto_archive_duration: 60, ...wanted });
  return `/channels/${id}`;
}

/** The thread behind an address, to be arranged for a rule. */
export async function threadOf(lab: Lab, path: string): Promise<{ world: World; thread: APIThreadChannel }> {
  const { world } = await lab.start();
  const thread = world.channel(path.slice("/channels/".length));
  if (!isThread(thread)) throw new Error("that is no thread");
  return { world, thread };
}
