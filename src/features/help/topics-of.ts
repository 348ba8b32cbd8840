import { isCrafter, type Rights } from "../guild-settings/rights.ts";

export const TOPICS = ["member", "crafter", "officer", "telling"] as const;
export type Topic = (typeof TOPICS)[number];

/** What somebody with these rights can read about, the topic that is theirs first of all being the last of what they may do. */
export const topicsOf = (rights: Rights): readonly Topic[] => ["member", ...(isCrafter(rights) ? (["crafter"] as const) : []), ...(rights.isOfficer ? (["officer"] as const) : []), "telling"];

/** What is shown first: the most that they are here. */
export const startOf = (rights: Rights): Topic => (rights.isOfficer ? "officer" : isCrafter(rights) ? "crafter" : "member");
