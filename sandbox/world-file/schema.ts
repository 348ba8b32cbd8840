import { z } from "zod";
import { guild } from "./guild-schema.ts";
import { id } from "./schema-parts.ts";

/** The privileged gateway intents, as discord-api-types calls them. */
export const INTENT_NAMES = ["GuildPresences", "GuildMembers", "MessageContent"] as const;

const person = z.strictObject({
  username: z.string().regex(/^[a-z0-9_.]{2,32}$/, "must be 2 to 32 of a-z, 0-9, _ and ."),
  id,
  displayName: z.string().min(1).max(32).optional(),
  locale: z.string().default("en-US").meta({ description: "Discord locale." }),
  part: z.string().max(80).default("").meta({ description: "What this person is here to show; stands beside the name in the page's switch." }),
  directMessages: z.boolean().default(true).meta({ description: "Takes direct messages from members of the same servers." }),
  online: z.boolean().default(true),
});

const application = z.strictObject({
  name: z.string().min(1).max(32),
  id,
  token: z.string().min(1).optional().meta({ description: "Its bot's token. The first application also takes any that begins with sandbox-." }),
  username: z.string().min(2).max(32).optional().meta({ description: "Its bot's, where it is another than the application's name." }),
  activity: z.boolean().default(false).meta({ description: "Has an Activity: its entry point command may have a handler." }),
  privilegedIntents: z
    .array(z.enum(INTENT_NAMES))
    .default([...INTENT_NAMES])
    .meta({ description: "Which privileged gateway intents are switched on." }),
});

/** What a world file may hold: servers, roles, channels, people and bots. */
export const worldFileSchema = z
  .strictObject({ $schema: z.string().optional(), applications: z.array(application).min(1), people: z.array(person).min(1), guilds: z.array(guild).min(1) })
  .meta({ title: "World of a sandbox", description: "Servers, roles, channels, people and bots of a local Discord." });

/** As it is written. */
export type WorldFileInput = z.input<typeof worldFileSchema>;
/** With every default in its place. */
export type WorldFile = z.output<typeof worldFileSchema>;

/** The same as a JSON schema, for editors. */
export const worldJsonSchema = (): object => z.toJSONSchema(worldFileSchema, { io: "input", reused: "ref" });
