import { PermissionFlagsBits } from "discord-api-types/v10";
import { z } from "zod";

const id = z
  .string()
  .regex(/^\d{17,20}$/, "must be an id: 17 to 20 digits in quotes")
  .optional()
  .meta({ description: "A fixed id, so that configuration and tests can name it. Left out: a new one." });
const name = z.string().min(1).max(100);
const permission = z.enum(Object.keys(PermissionFlagsBits) as [keyof typeof PermissionFlagsBits, ...(keyof typeof PermissionFlagsBits)[]]);
const permissions = z.array(permission).default([]);

const role = z.strictObject({
  name,
  id,
  color: z.string().regex(/^#[0-9a-f]{6}$/i, "must be a colour such as \"#9b59b6\"").optional(),
  permissions,
  hoist: z.boolean().default(true).meta({ description: "Shown as a group of its own among the people." }),
  mentionable: z.boolean().default(true),
});

const overwrite = z
  .strictObject({
    role: z.string().optional().meta({ description: "A role's name; @everyone for all." }),
    person: z.string().optional().meta({ description: "A person's username." }),
    allow: permissions,
    deny: permissions,
  })
  .refine((given) => (given.role === undefined) !== (given.person === undefined), "needs either a role or a person");

const channel = z.strictObject({
  name,
  id,
  topic: z.string().max(1024).optional(),
  overwrites: z.array(overwrite).default([]),
});

const category = z.strictObject({ category: name, id, overwrites: z.array(overwrite).default([]), channels: z.array(channel).default([]) });

const member = z.strictObject({
  person: z.string().meta({ description: "A person's username." }),
  roles: z.array(z.string()).default([]).meta({ description: "Names of the guild's roles." }),
  nick: z.string().min(1).max(32).optional(),
});

const guild = z.strictObject({
  name,
  id,
  owner: z.string().meta({ description: "The owner's username." }),
  everyone: permissions.meta({ description: "What every member may do." }),
  roles: z.array(role).default([]).meta({ description: "The highest first." }),
  channels: z.array(z.union([category, channel])).default([]),
  members: z.array(member).default([]),
  bots: z
    .array(z.strictObject({ application: z.string().meta({ description: "An application's name." }), roleId: id, permissions }))
    .default([])
    .meta({ description: "Which bots were invited, and what their invitation asked for." }),
  crowd: z.int().min(0).max(10_000).default(0).meta({ description: "So many further members, made up." }),
});

const person = z.strictObject({
  username: z.string().regex(/^[a-z0-9_.]{2,32}$/, "must be 2 to 32 of a-z, 0-9, _ and ."),
  id,
  displayName: z.string().min(1).max(32).optional(),
  locale: z.string().default("en-US").meta({ description: "Discord locale." }),
  part: z.string().max(80).default("").meta({ description: "What this person is here to show; stands beside the name in the page's switch." }),
});

const application = z.strictObject({
  name: z.string().min(1).max(32),
  id,
  token: z.string().min(1).optional().meta({ description: "Its bot's token. The first application also takes any that begins with sandbox-." }),
});

/** What a world file may hold: servers, roles, channels, people and bots. */
export const worldFileSchema = z
  .strictObject({ $schema: z.string().optional(), applications: z.array(application).min(1), people: z.array(person).min(1), guilds: z.array(guild).min(1) })
  .meta({ title: "World of a sandbox", description: "Servers, roles, channels, people and bots of a local Discord." });

/** As it is written. */
export type WorldFileInput = z.input<typeof worldFileSchema>;
/** With every default in its place. */
export type WorldFile = z.output<typeof worldFileSchema>;
export type WorldGuild = WorldFile["guilds"][number];
export type WorldChannel = z.output<typeof channel>;
export type WorldCategory = z.output<typeof category>;

/** The same as a JSON schema, for editors. */
export const worldJsonSchema = (): object => z.toJSONSchema(worldFileSchema, { io: "input", reused: "ref" });
