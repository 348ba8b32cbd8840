import type { APIInteractionDataResolved, APIInteractionDataResolvedGuildMember } from "discord-api-types/v10";
import { guildIdOf, isDirectMessage } from "../channel.ts";
import { memberWithoutUser } from "../members.ts";
import { withSignedAddresses } from "../messages/signed-address.ts";
import { canView, guildPermissions } from "../permissions.ts";
import type { World } from "../world.ts";
import { partialChannel } from "./partial-channel.ts";

/** Gathers the users, members, roles, channels and files that an interaction's values name. */
export class ResolvedData {
  readonly #world: World;
  readonly #guildId: string | null;
  readonly #personId: string;
  readonly #data: APIInteractionDataResolved = {};

  constructor(world: World, guildId: string | null, personId: string) {
    this.#world = world;
    this.#guildId = guildId;
    this.#personId = personId;
  }

  /** Each answers false when there is no such thing here. */
  addUser(id: string): boolean {
    const user = this.#world.users.get(id);
    if (!user) return false;
    (this.#data.users ??= {})[id] = user;
    const guild = this.#world.guilds.get(this.#guildId ?? "");
    const member = guild?.members.get(id);
    if (!guild || !member) return true;
    const { deaf: _deaf, mute: _mute, ...rest } = memberWithoutUser(this.#world, member);
    const resolved: APIInteractionDataResolvedGuildMember = { ...rest, permissions: String(guildPermissions(this.#world, guild, id)) };
    (this.#data.members ??= {})[id] = resolved;
    return true;
  }

  addRole(id: string): boolean {
    const role = this.#world.guilds.get(this.#guildId ?? "")?.roles.get(id);
    if (!role) return false;
    (this.#data.roles ??= {})[id] = role;
    return true;
  }

  addChannel(id: string, types?: readonly number[]): boolean {
    const channel = this.#world.channels.get(id);
    if (!channel || isDirectMessage(channel) || guildIdOf(channel) !== this.#guildId || !canView(this.#world, this.#personId, channel)) return false;
    if (types && types.length > 0 && !types.includes(channel.type)) return false;
    (this.#data.channels ??= {})[id] = partialChannel(this.#world, channel, this.#personId, this.#personId);
    return true;
  }

  /** A file that this person uploaded through the page. `types` are endings (`.png`) or kinds (`image`). */
  addAttachment(id: string, types: readonly string[] = []): boolean {
    const attachment = this.#world.attachments.get(id);
    if (!attachment || attachment.uploadedBy !== this.#personId) return false;
    const { filename, content_type: contentType = "" } = attachment.api;
    const fits = (type: string) => (type.startsWith(".") ? filename.toLowerCase().endsWith(type.toLowerCase()) : contentType.startsWith(`${type}/`));
    if (types.length > 0 && !types.some(fits)) return false;
    (this.#data.attachments ??= {})[id] = withSignedAddresses(this.#world, { ...attachment.api, ephemeral: true });
    return true;
  }

  /** Undefined when nothing was named. */
  get(): APIInteractionDataResolved | undefined {
    return Object.keys(this.#data).length > 0 ? this.#data : undefined;
  }
}
