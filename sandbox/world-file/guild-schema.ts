import { GuildDefaultMessageNotifications, GuildExplicitContentFilter, GuildFeature, GuildVerificationLevel } from "discord-api-types/v10";
import { z } from "zod";
import { color, id, instant, name, otherId, permissions, somebody } from "./schema-parts.ts";

const role = z.strictObject({
  name,
  id,
  bot: z.string().optional().meta({ description: "An application's name, whose bot this role came with. Without such a role it comes with one above all others." }),
  color: color.optional(),
  secondaryColor: color.optional(),
  tertiaryColor: color.optional(),
  emoji: z.string().max(100).optional(),
  permissions,
  hoist: z.boolean().default(true).meta({ description: "Shown as a group of its own among the people." }),
  mentionable: z.boolean().default(true),
});

const overwrite = z
  .strictObject({
    role: z.string().optional().meta({ description: "A role's name, or its id where more than one has that name; @everyone for all." }),
    ...somebody,
    allow: permissions,
    deny: permissions,
  })
  .refine(({ role: given, person, application }) => countOf(given, person, application) === 1, "needs either a role, a person or an application");

const channel = z.strictObject({
  name,
  id,
  type: z.enum(["text", "announcement"]).default("text"),
  topic: z.string().max(1024).optional(),
  nsfw: z.boolean().default(false),
  slowmode: z.int().min(0).max(21_600).default(0).meta({ description: "Seconds between two messages of one person." }),
  overwrites: z.array(overwrite).default([]),
});

const category = z.strictObject({ category: name, id, overwrites: z.array(overwrite).default([]), channels: z.array(channel).default([]) });

const membership = {
  roles: z.array(z.string()).default([]).meta({ description: "Names of the guild's roles, or their ids where more than one has that name." }),
  nick: z.string().min(1).max(32).optional(),
  joinedAt: instant.optional(),
  timedOutUntil: instant.optional(),
};

const ban = z
  .strictObject({ ...somebody, reason: z.string().max(512).optional() })
  .refine(({ person, application }) => countOf(person, application) === 1, "needs either a person or an application");

const countOf = (...given: readonly unknown[]): number => given.filter((each) => each !== undefined).length;

/** Discord's names and values of what Modify Guild takes. */
const settings = z.strictObject({
  features: z.array(z.enum(GuildFeature)).optional().meta({ description: "What Discord has given the server: announcement channels are made only with NEWS." }),
  description: z.string().max(300).nullable().optional(),
  verification_level: z.enum(GuildVerificationLevel).optional(),
  default_message_notifications: z.enum(GuildDefaultMessageNotifications).optional(),
  explicit_content_filter: z.enum(GuildExplicitContentFilter).optional(),
  afk_timeout: z.literal([60, 300, 900, 1800, 3600]).optional(),
  system_channel_id: otherId.nullable().optional(),
  system_channel_flags: z.int().min(0).optional(),
  rules_channel_id: otherId.nullable().optional(),
  public_updates_channel_id: otherId.nullable().optional(),
  premium_progress_bar_enabled: z.boolean().optional(),
});

/** A server of a world file. */
export const guild = z.strictObject({
  name,
  id,
  owner: z.string().meta({ description: "The owner's username." }),
  settings: settings.default({}).meta({ description: "What Modify Guild takes, under Discord's names." }),
  everyone: permissions.meta({ description: "What every member may do." }),
  roles: z.array(role).default([]).meta({ description: "The highest first." }),
  emojis: z.array(z.strictObject({ name: z.string().min(2).max(32), id, animated: z.boolean().default(false) })).default([]),
  channels: z.array(z.union([category, channel])).default([]),
  members: z.array(z.strictObject({ person: z.string().meta({ description: "A person's username." }), ...membership })).default([]),
  bots: z
    .array(z.strictObject({ application: z.string().meta({ description: "An application's name." }), roleId: id, permissions, ...membership }))
    .default([])
    .meta({ description: "Which bots were invited, and what their invitation asked for." }),
  bans: z.array(ban).default([]),
  crowd: z.int().min(0).max(10_000).default(0).meta({ description: "So many further members, made up." }),
});

export type WorldGuild = z.output<typeof guild>;
export type WorldRole = z.output<typeof role>;
export type WorldChannel = z.output<typeof channel>;
export type WorldCategory = z.output<typeof category>;
export type WorldOverwrite = z.output<typeof overwrite>;
/** What is said of a member, whoever it is. */
export type Membership = Omit<WorldGuild["members"][number], "person">;
export type GuildInput = z.input<typeof guild>;
