/** An address that may be followed from a message: http and https only, else null. */
export function safeLink(address: string): string | null {
  try {
    const { protocol, href } = new URL(address, document.baseURI);
    return protocol === "http:" || protocol === "https:" ? href : null;
  } catch {
    return null;
  }
}
