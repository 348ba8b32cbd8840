import { mayCraft, type Rights } from "../guild-settings/rights.ts";
import type { CraftingRequest } from "./request.ts";
import type { Say } from "./texts.ts";

/** Who looks at a request, and in which words. */
export interface Viewer {
  readonly userId: string;
  readonly rights: Rights;
  /** Discord's locale. */
  readonly locale: string;
  readonly say: Say;
  /** A profession's name with its emoji, from the recipe book. */
  readonly professionName: (profession: string) => string;
}

/** Whether a request's note and history are for this person too; everybody else sees what the board shows. */
export const maySeeAll = (request: CraftingRequest, { userId, rights }: Pick<Viewer, "userId" | "rights">): boolean =>
  request.requesterId === userId || request.crafterId === userId || mayCraft(rights, request.profession);
