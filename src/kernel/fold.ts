/** What two names share when people would read them as one: case, width, spaces and invisible characters aside, as with characters' names. */
export const fold = (name: string): string =>
  // Most names are plain ASCII, of which only case and spaces can differ: the rest takes many times longer.
  PLAIN.test(name) ? spaced(name).toLowerCase() : spaced(name.normalize("NFKC").replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")).toLocaleLowerCase("en-US");

const PLAIN = /^[ -~]*$/;

const spaced = (text: string): string => text.trim().replaceAll(/\s+/g, " ");
