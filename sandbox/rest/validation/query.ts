/** A yes in an address. Source: "Boolean Query Strings", reference.mdx in Discord's documentation. */
export const isTrue = (text: string | undefined): boolean => text !== undefined && /^(true|1)$/i.test(text);
