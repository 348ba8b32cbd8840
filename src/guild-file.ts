import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Pair, parseDocument } from "yaml";
import { z } from "zod";
import type { GuildSettings } from "./features/guild-settings/guild-settings.ts";
import { isValueOf, OPTION_KEYS, optionsAmong, OPTIONS, type Option, type OptionKey, type OptionValues } from "./features/guild-settings/options.ts";
import { err, ok, type Result } from "./kernel/result.ts";

/** Something in the configuration that cannot be used, and where: a variable, or a file's line. */
export interface ConfigProblem {
  readonly where: string;
  readonly problem: string;
}

/** A pack or profession that the file names; which there are is known once the packs are loaded. */
export interface NamedInFile {
  readonly guildId: string;
  readonly kind: "pack" | "profession";
  readonly name: string;
  /** File, line and setting. */
  readonly where: string;
}

export interface GuildFile {
  readonly guilds: ReadonlyMap<string, Partial<GuildSettings>>;
  /** For every guild, also those that the file does not name. */
  readonly defaults: Partial<OptionValues>;
  readonly named: readonly NamedInFile[];
  readonly problems: readonly ConfigProblem[];
}

const SNOWFLAKE = /^\d{17,20}$/;
// Ids without quotes are numbers to YAML, too large for a JavaScript number; they are read as bigint.
const snowflake = z
  .union([z.string(), z.bigint()], "must be a Discord id: 17 to 20 digits")
  .transform(String)
  .refine((id) => SNOWFLAKE.test(id), "must be a Discord id: 17 to 20 digits");
const roles = z.union([z.array(snowflake), snowflake.transform((id) => [id])], "must be a role's id, or a list of them");

// What is named but left empty (`roles:`) is YAML's null.
const SETTINGS = "must be followed by its settings, each on a line of its own, indented; remove it if it has none";
const roleSettings = z.strictObject(
  {
    officer: roles.optional(),
    member: roles.optional(),
    core: roles.optional(),
    professions: z.record(z.string(), roles, SETTINGS).optional(),
  },
  SETTINGS,
);
const guildSettings = {
  roles: roleSettings.optional(),
  panelChannel: snowflake.optional(),
  boardChannel: snowflake.optional(),
  packs: z.array(z.string("must be a pack's name").min(1, "must be a pack's name"), "must be a list of packs: [wow-classic]").min(1, "must name at least one pack").optional(),
};

/** What an option may be, in words for whoever wrote the file. */
function demandOf(option: Option): string {
  switch (option.kind) {
    case "number":
      return `must be a whole number from ${option.min} to ${option.max}${option.unit === "count" ? "" : ` (${option.unit})`}`;
    case "choice":
      return `must be ${option.words.map((word) => `"${word}"`).join(" or ")}`;
    case "switch":
      return "must be true or false";
    case "people":
      return `must be a list of at most ${option.max} people's ids`;
    case "roles":
      return `must be a list of at most ${option.max} roles' ids`;
    case "category":
      return "must be a category's id";
  }
}

/** YAML's whole numbers come as bigint, see contentOf; ids stay text. */
const plainValue = (option: Option, value: unknown): unknown => {
  if (typeof value === "bigint") return option.kind === "number" ? Number(value) : String(value);
  return Array.isArray(value) ? value.map((one) => plainValue({ kind: "category", byDefault: null }, one)) : value;
};

const optionOf = <K extends OptionKey>(key: K) =>
  z
    .unknown()
    .transform((value) => plainValue(OPTIONS[key], value))
    .refine((value): value is OptionValues[K] => value === undefined || isValueOf(key, value), demandOf(OPTIONS[key]))
    .optional();

const options = z.object(Object.fromEntries(OPTION_KEYS.map((key) => [key, optionOf(key)])));
const guild = z.strictObject({ ...guildSettings, ...options.shape }, SETTINGS);

const guildFile = z.strictObject({ guilds: z.record(z.string().regex(SNOWFLAKE, "must be a guild's id: 17 to 20 digits"), guild, SETTINGS).optional(), defaults: z.strictObject(options.shape, SETTINGS).optional() }, SETTINGS);

/** What a file names, as far as it can be read: so that a mistake elsewhere in it hides no misspelt name. */
const naming = z.object({
  packs: z.array(z.string()).catch([]),
  roles: z.object({ professions: z.record(z.string(), z.unknown()).catch({}) }).catch({ professions: {} }),
});
const namingFile = z.object({ guilds: z.record(z.string(), naming.catch({ packs: [], roles: { professions: {} } })).catch({}) }).catch({ guilds: {} });

/** Reads `guildsmith.yaml`: the guilds that the operator sets up as code, and what is wrong, by line. */
export function readGuildFile(name: string, text: string): GuildFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, intAsBigInt: true });
  const broken = document.errors.map((error) => ({ where: `${name} line ${error.linePos?.[0].line ?? 1}`, problem: (error.message.split("\n", 1)[0] ?? error.message).replace(/ at line \d+, column \d+:?$/, "") }));
  if (broken.length > 0) return wrong(broken);

  const content = contentOf(document);
  if (!content.ok) return wrong([{ where: name, problem: content.error }]);
  const parsed = guildFile.safeParse(content.value ?? {});
  const where = (path: readonly PropertyKey[]): string => `${name} line ${lineOf(document, lines, path)} (${path.join(".") || "whole file"})`;
  const names = Object.entries(namingFile.parse(content.value).guilds);
  const named = names.flatMap(([id, entry]) => namesIn(id, entry).map(({ path, ...one }) => ({ ...one, where: where(path) })));
  if (!parsed.success) return { ...wrong(parsed.error.issues.flatMap(explain).map(({ path, problem }) => ({ where: where(path), problem }))), named };
  const guilds = Object.entries(parsed.data.guilds ?? {});
  return { guilds: new Map(guilds.map(([id, entry]) => [id, settingsOf(entry)])), defaults: optionsIn(parsed.data.defaults ?? {}), named, problems: [] };
}

const wrong = (problems: readonly ConfigProblem[]): GuildFile => ({ guilds: new Map(), defaults: {}, named: [], problems });

function namesIn(guildId: string, { packs, roles: { professions } }: z.infer<typeof naming>): readonly (Omit<NamedInFile, "where"> & { readonly path: readonly PropertyKey[] })[] {
  return [
    ...packs.map((name, index) => ({ guildId, kind: "pack" as const, name, path: ["guilds", guildId, "packs", index] })),
    ...Object.keys(professions).map((name) => ({ guildId, kind: "profession" as const, name, path: ["guilds", guildId, "roles", "professions", name] })),
  ];
}

/** An alias without its anchor, or too many of them, is found only here. */
function contentOf(document: Document.Parsed): Result<unknown, string> {
  try {
    return ok(document.toJS());
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}

/** The schema has held each to what it may be. */
function optionsIn(entry: object): Partial<OptionValues> {
  const given = new Map<string, unknown>(Object.entries(entry));
  return optionsAmong((key) => given.get(key));
}

function settingsOf(entry: z.infer<typeof guild>): Partial<GuildSettings> {
  return {
    ...(entry.roles
      ? {
          roles: {
            officer: entry.roles.officer ?? [],
            member: entry.roles.member ?? [],
            core: entry.roles.core ?? [],
            professions: entry.roles.professions ?? {},
          },
        }
      : {}),
    ...(entry.panelChannel ? { panelChannelId: entry.panelChannel } : {}),
    ...(entry.boardChannel ? { boardChannelId: entry.boardChannel } : {}),
    // The schema has held each to what it may be.
    ...optionsIn(entry),
    ...(entry.packs ? { packs: entry.packs } : {}),
  };
}

interface Finding {
  readonly path: readonly PropertyKey[];
  readonly problem: string;
}

/** One sentence for each thing that is wrong: zod gathers unknown keys, and hides a bad key's reason. */
function explain(issue: z.core.$ZodIssue): readonly Finding[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ path: [...issue.path, key], problem: "there is no such setting; check its spelling or remove it" }));
  if (issue.code === "invalid_key") return [{ path: issue.path, problem: issue.issues[0]?.message ?? issue.message }];
  return [{ path: issue.path, problem: issue.message }];
}

/** The line of the deepest part of a path that is in the document. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node) && isNode(node.items[Number(step)])) {
      const item: unknown = node.items[Number(step)];
      if (isNode(item) && item.range) offset = item.range[0];
      node = item;
    } else break;
  }
  return lines.linePos(offset).line;
}
