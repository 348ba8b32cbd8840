/** Names for the ids in `worlds/the-gilded-anvil.yaml`: they never change, so that configuration and tests can use them. */
export const GUILD_ID = "1200000000000000001";
export const GUILD_NAME = "The Gilded Anvil";

/** The bot's application; as on Discord today, its bot user has the same id. */
export const APPLICATION_ID = "1200000000000000400";
export const APPLICATION_NAME = "Guildsmith";

/** The token that works when nobody chose one; whatever begins with `sandbox-` works too. */
export const DEFAULT_TOKEN = "sandbox-guildsmith";

export const ROLES = {
  everyone: GUILD_ID,
  member: "1200000000000000101",
  core: "1200000000000000102",
  officer: "1200000000000000103",
  enchanter: "1200000000000000104",
  tailor: "1200000000000000105",
  alchemist: "1200000000000000106",
  bot: "1200000000000000107",
} as const;

export const CHANNELS = {
  guildHall: "1200000000000000201",
  welcome: "1200000000000000202",
  craftingDesk: "1200000000000000203",
  craftingBoard: "1200000000000000204",
  general: "1200000000000000205",
  officers: "1200000000000000206",
} as const;

/** The people, by the first name that they go by in tests. */
export const PEOPLE = {
  maren: "1200000000000000301",
  tobin: "1200000000000000302",
  eva: "1200000000000000303",
  corwin: "1200000000000000304",
  sylra: "1200000000000000305",
  brann: "1200000000000000306",
  odrin: "1200000000000000307",
  isolde: "1200000000000000308",
  garrick: "1200000000000000309",
  pip: "1200000000000000310",
} as const;
