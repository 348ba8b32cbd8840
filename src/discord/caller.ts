import type { APIInteraction, APIInteractionGuildMember } from "discord-api-types/v10";
import type { Call } from "../features/contract.ts";
import { delaysFor } from "../features/guild-settings/delays.ts";
import type { Standing } from "../features/guild-settings/rights.ts";
import { rightsOf } from "../features/guild-settings/rights.ts";
import type { GuildSettingsReads, MemberDirectory } from "../features/guild-settings/settings-port.ts";
import type { Clock } from "../kernel/clock.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Translators } from "../kernel/texts.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";

/** Looks up who presses, and is told what each guild's settings say of it. */
export interface CallerDirectory extends MemberDirectory {
  keep(guildId: string, isKept: boolean): void;
  /** Somebody as Discord has just sent them along. */
  seen(guildId: string, member: APIInteractionGuildMember): void;
}

export interface CallerDeps {
  readonly settings: GuildSettingsReads;
  readonly directory: CallerDirectory;
  readonly telemetry: Telemetry;
  readonly translators: Translators;
  readonly clock: Clock;
}

export type CallerRefusal = "serverOnly" | "notInServer" | "unreachable";

/** The person's Discord locale; a user object carries none outside an interaction. */
export const localeOf = (interaction: APIInteraction): string => ("locale" in interaction ? interaction.locale : "en-US");

/**
 * Who presses, and what they may do. In a server all of it is in the payload, and is taken from there unless the
 * guild's `memberPayload` is off; a press in a direct message carries neither guild nor roles, so `guildOf` reads
 * the guild from its custom id and the member directory gives the roles.
 */
export async function callOf(deps: CallerDeps, interaction: APIInteraction, guildOf?: () => string | null): Promise<Result<Call, CallerRefusal>> {
  const guildId = interaction.guild_id ?? guildOf?.() ?? null;
  const userId = interaction.member?.user.id ?? interaction.user?.id;
  if (!guildId || !userId) return err("serverOnly");
  const settings = await deps.settings.get(guildId);
  deps.directory.keep(guildId, settings.memberCache);
  if (interaction.member) deps.directory.seen(guildId, interaction.member);
  const standing = interaction.member && settings.memberPayload ? carried(deps.telemetry, guildId, interaction.member) : await standingOf(deps.directory, guildId, userId);
  if (!standing.ok) return standing;
  return ok({
    guildId,
    userId,
    channelId: interaction.channel?.id ?? "",
    isDirect: interaction.guild_id === undefined,
    rights: rightsOf(settings, standing.value),
    settings,
    delays: delaysFor(settings, { userId, roleIds: standing.value.roleIds }),
    translator: deps.translators(localeOf(interaction)),
    now: deps.clock.now(),
  });
}

function carried(telemetry: Telemetry, guildId: string, { roles, permissions }: APIInteractionGuildMember): Result<Standing, never> {
  telemetry.observe("permissionCheck", { source: "payload", outcome: "found" }, 0, guildId);
  return ok({ roleIds: roles, permissions });
}

async function standingOf(directory: MemberDirectory, guildId: string, userId: string): Promise<Result<Standing, CallerRefusal>> {
  try {
    const standing = await directory.find(guildId, userId);
    return standing ? ok(standing) : err("notInServer");
  } catch {
    // The directory has logged why; the person is told to try again.
    return err("unreachable");
  }
}
