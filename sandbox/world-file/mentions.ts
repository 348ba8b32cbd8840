import { z } from "zod";

/** A text; nothing where there is none, which the schema of the file tells. */
const text = z.string().catch("");
const maybe = z.string().optional().catch(undefined);

const list = <T extends z.ZodType>(entry: T) => z.array(entry).catch([]);

/** What is not an entry at all is one with nothing in it, so that those after it keep their places. */
const entry = <T extends z.ZodRawShape>(shape: T) => z.preprocess((value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}), z.object(shape));

const who = { person: maybe, application: maybe };
const channel = { id: maybe, overwrites: list(entry({ role: maybe, ...who })) };

/** What names something, or is named, in a file that need not be right in the rest. */
export const mentionsSchema = entry({
  applications: list(entry({ name: text, id: maybe })),
  people: list(entry({ username: text, id: maybe })),
  guilds: list(
    entry({
      id: maybe,
      owner: text,
      roles: list(entry({ name: text, id: maybe, bot: maybe })),
      emojis: list(entry({ id: maybe })),
      channels: list(entry({ ...channel, channels: list(entry(channel)) })),
      members: list(entry({ person: text, roles: list(text) })),
      bots: list(entry({ application: text, roleId: maybe, roles: list(text), permissions: list(z.unknown()) })),
      bans: list(entry(who)),
    }),
  ),
});

export type Mentions = z.output<typeof mentionsSchema>;
export type GuildMentions = Mentions["guilds"][number];
