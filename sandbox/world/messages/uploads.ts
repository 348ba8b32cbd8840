import type { APIAttachment } from "discord-api-types/v10";
import type { World } from "../world.ts";
import { type IncomingFile, storeAttachment } from "./attachments.ts";
import { ADDRESS_LIVES_MS } from "./signed-address.ts";

/** Keeps a file that somebody chose for an option or in a form for as long as its address works: Discord removes such files "after a set period of time", and says no number. */
export function storeUpload(world: World, personId: string, file: Omit<IncomingFile, "key">): APIAttachment {
  const attachment = storeAttachment(world, "ephemeral", file, personId);
  world.clock.after(ADDRESS_LIVES_MS, () => world.attachments.delete(attachment.id));
  return attachment;
}
