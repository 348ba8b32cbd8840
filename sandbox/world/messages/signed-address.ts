import { createHmac, timingSafeEqual } from "node:crypto";
import type { World } from "../world.ts";

/** How long an attachment's address works. Discord publishes no number; bots see a day. */
export const ADDRESS_LIVES_MS = 24 * 3_600_000;

/** The same address with a signature that works from now on: `ex` and `is` are seconds since 1970 in hex. Source: "Signed Attachment CDN URLs", reference.mdx in Discord's documentation. */
export function signed(world: World, address: string): string {
  const [bare = address] = address.split("?");
  const now = world.clock.now();
  const expires = hexSeconds(now + ADDRESS_LIVES_MS);
  const issued = hexSeconds(now);
  return `${bare}?ex=${expires}&is=${issued}&hm=${signature(world, new URL(bare).pathname, expires, issued)}&`;
}

/** Is the signature its own, and not over yet? */
export function isSigned(world: World, pathname: string, query: { readonly ex?: string; readonly is?: string; readonly hm?: string }): boolean {
  const { ex = "", is = "", hm = "" } = query;
  const expected = Buffer.from(signature(world, pathname, ex, is));
  const given = Buffer.from(hm);
  if (given.byteLength !== expected.byteLength || !timingSafeEqual(given, expected)) return false;
  return world.clock.now() < Number.parseInt(ex, 16) * 1000;
}

export const isAttachmentAddress = (world: World, address: string): boolean => address.startsWith(`${world.origin}/attachments/`);

/** The same value, at any depth, with every attachment's address signed anew. */
export function withSignedAddresses<T>(world: World, value: T): T {
  return sign(world, value) as T;
}

function sign(world: World, value: unknown): unknown {
  if (typeof value === "string") return isAttachmentAddress(world, value) ? signed(world, value) : value;
  if (Array.isArray(value)) return value.map((each) => sign(world, each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sign(world, inner)]));
}

const hexSeconds = (ms: number): string => Math.floor(ms / 1000).toString(16);

const signature = (world: World, pathname: string, expires: string, issued: string): string => createHmac("sha256", world.cdnSecret).update(`${pathname}\n${expires}\n${issued}`).digest("hex");
