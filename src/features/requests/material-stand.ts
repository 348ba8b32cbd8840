import { type CraftingRequest, isActive, leftOf } from "./request.ts";

/** How one material of a request stands, in totals. */
export interface MaterialStand {
  readonly name: string;
  readonly needed: number;
  /** By the requester. */
  readonly brought: number;
  /** By anybody, on top of what is brought. */
  readonly pledged: number;
  /** What nobody brings, and at most what the rest still takes: what is crafted misses nothing. */
  readonly missing: number;
}

type Needing = Pick<CraftingRequest, "state" | "materials" | "pledged" | "quantity" | "completed">;

/** How each material of a request stands. */
export function materialStands(request: Needing): readonly MaterialStand[] {
  const { materials, pledged, quantity } = request;
  return materials.map(({ name, needed, provided }) => {
    // Pledges end with the request. A pack may call a material "constructor".
    const promised = isActive(request) && Object.hasOwn(pledged, name) ? (pledged[name] ?? 0) : 0;
    const forTheRest = Math.ceil((needed * leftOf(request)) / quantity);
    return { name, needed, brought: provided, pledged: promised, missing: Math.max(0, Math.min(needed - provided - promised, forTheRest)) };
  });
}
