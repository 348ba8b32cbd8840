/** Operations that Discord has and its document lacks, as `METHOD /route` of the sandbox, each with where it is described. */
export const UNDECLARED: Readonly<Record<string, string>> = {
  "POST /attachments/refresh-urls": "not in Discord's documentation either; bots and clients use it for addresses that have run out",
};
