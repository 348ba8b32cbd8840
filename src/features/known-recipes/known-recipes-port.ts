/** What other rooms may ask of what crafters can make. */
export interface KnownRecipes {
  /** The recipes' ids, in no order; also of professions whose role the person has lost. */
  listKnown(guildId: string, userId: string): Promise<readonly string[]>;
}
