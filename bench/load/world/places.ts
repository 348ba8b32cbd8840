import { type WorldFile, type WorldFileInput, worldFileSchema } from "../../../sandbox/world-file/schema.ts";

/** A guild of the run, by its ids. */
export interface LoadGuild {
  readonly guildId: string;
  readonly roles: Readonly<Record<"member" | "officer" | "enchanting" | "tailoring" | "alchemy", string>>;
  readonly channels: Readonly<Record<"desk" | "board" | "general", string>>;
}

export interface LoadPerson {
  readonly personId: string;
  readonly guildId: string;
  readonly isCrafter: boolean;
}

export interface Places {
  readonly world: WorldFile;
  readonly guilds: readonly LoadGuild[];
  readonly people: readonly LoadPerson[];
}

const PROFESSIONS = ["enchanting", "tailoring", "alchemy"] as const;
const TEXT = "ViewChannel,SendMessages,SendMessagesInThreads,EmbedLinks,AttachFiles,AddReactions,ReadMessageHistory,UseApplicationCommands,ChangeNickname";
const BOT = `${TEXT},ManageMessages,ManageChannels,ManageThreads,CreatePrivateThreads,CreatePublicThreads`;

const idOf = (guild: number, what: number): string => String(1_300_000_000_000_000_000n + BigInt(guild) * 1_000n + BigInt(what));
const personIdOf = (n: number): string => String(1_400_000_000_000_000_000n + BigInt(n));

/** So many guilds, and people who are spread over them evenly; of each guild's, this share are crafters, the professions in turns. */
export function placesFor({ guilds, people, crafters }: { readonly guilds: number; readonly people: number; readonly crafters: number }): Places {
  const loadGuilds = Array.from({ length: guilds }, (_, n): LoadGuild => ({
    guildId: idOf(n, 1),
    roles: { officer: idOf(n, 11), enchanting: idOf(n, 12), tailoring: idOf(n, 13), alchemy: idOf(n, 14), member: idOf(n, 15) },
    channels: { desk: idOf(n, 21), board: idOf(n, 22), general: idOf(n, 23) },
  }));
  const loadPeople = Array.from({ length: people }, (_, n): LoadPerson => {
    const place = Math.floor(n / guilds);
    // Evenly among those of the guild; the first is one, so that somebody is.
    const isCrafter = place === 0 || Math.floor((place + 1) * crafters) > Math.floor(place * crafters);
    return { personId: personIdOf(n), guildId: idOf(n % guilds, 1), isCrafter };
  });
  return { world: worldFileSchema.parse(worldOf(loadGuilds, loadPeople)), guilds: loadGuilds, people: loadPeople };
}

function worldOf(guilds: readonly LoadGuild[], people: readonly LoadPerson[]): WorldFileInput {
  const nameOf = ({ personId }: LoadPerson): string => `person_${personId.slice(-6)}`;
  type Permission = NonNullable<WorldFileInput["guilds"][number]["everyone"]>[number];
  const permissions = (text: string) => text.split(",") as Permission[];
  return {
    applications: [{ name: "Guildsmith", id: "1200000000000000400", token: "sandbox-guildsmith" }],
    people: people.map((person) => ({ username: nameOf(person), id: person.personId })),
    guilds: guilds.map(({ guildId, roles, channels }, n) => {
      const members = people.filter((person) => person.guildId === guildId);
      let crafters = 0;
      return {
        name: `Guild ${n + 1}`,
        id: guildId,
        owner: nameOf(members[0] ?? { personId: personIdOf(n), guildId, isCrafter: true }),
        everyone: permissions(TEXT),
        roles: Object.entries(roles).map(([name, id]) => ({ name, id })),
        channels: Object.entries(channels).map(([name, id]) => ({ name, id })),
        members: members.map((person) => {
          const profession = PROFESSIONS[crafters % PROFESSIONS.length];
          if (person.isCrafter) crafters += 1;
          return { person: nameOf(person), roles: ["member", ...(person.isCrafter && profession ? [profession] : [])] };
        }),
        bots: [{ application: "Guildsmith", permissions: permissions(BOT) }],
      };
    }),
  };
}
