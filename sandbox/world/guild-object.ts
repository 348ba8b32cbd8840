import type { APIGuild, GuildFeature, Locale } from "discord-api-types/v10";
import { NO_FLAGS } from "./no-flags.ts";
import type { Guild } from "./world.ts";

/** Fields that Discord sends though its documents' table leaves them out. */
const UNTYPED = { home_header: null, nsfw: false } as const;

/** A guild as Discord shows it. */
export function guildObject(guild: Guild): APIGuild {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [...guild.roles.values()],
    emojis: [...guild.emojis.values()],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: NO_FLAGS,
    rules_channel_id: null,
    max_members: 500_000,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: "en-US" as Locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    incidents_data: null,
    hub_type: null,
    region: "deprecated",
    widget_enabled: false,
    widget_channel_id: null,
    max_presences: null,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    ...UNTYPED,
    ...guild.settings,
  };
}

/** Has Discord given the guild this? */
export const hasFeature = ({ settings }: Guild, feature: GuildFeature): boolean => settings.features?.includes(feature) ?? false;

/** How many there are, asked for by `with_counts`. */
export const guildCounts = (guild: Guild) => ({ approximate_member_count: guild.members.size, approximate_presence_count: guild.members.size });
