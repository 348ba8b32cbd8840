import { PermissionFlagsBits } from "discord-api-types/v10";

/** What is known while a world is built. */
export interface Build {
  /** Ids of people, by username. */
  readonly people: ReadonlyMap<string, string>;
  /** Ids of applications' bots, by the application's name. */
  readonly bots: ReadonlyMap<string, string>;
  /** The id that it was given, or a new one. */
  readonly idOf: (given: { readonly id?: string | undefined }) => string;
}

/** The id of whom the file calls so. */
export const somebodyIn = ({ people, bots }: Build, { person, application }: { readonly person?: string | undefined; readonly application?: string | undefined }): string =>
  (person === undefined ? bots.get(application ?? "") : people.get(person)) ?? "";

/** Discord writes permissions as a decimal number in a text. */
export const bitsOf = (names: readonly (keyof typeof PermissionFlagsBits)[]): string => String(names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n));
