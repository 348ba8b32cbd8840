/** An empty bit field, for any of Discord's flag types. */
export const NO_FLAGS: number = 0;
