/** What two names share when people would read them as one: case, width, spaces and invisible characters aside, as with characters' names. */
export const fold = (name: string): string =>
  name.normalize("NFKC").replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "").trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("en-US");
