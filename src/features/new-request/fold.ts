/** What two names share when people would read them as one: case, width and spaces aside. */
export const fold = (name: string): string => name.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
