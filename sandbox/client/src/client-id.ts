/** Names this tab to the sandbox for as long as it is loaded: a form opens only where it was asked for. */
export const CLIENT_ID = Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("");
