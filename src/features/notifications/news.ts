import { z } from "zod";
import type { RequestChanged } from "../requests/events.ts";
import { readReason } from "../requests/reason.ts";
import { THE_DESK } from "../requests/request.ts";

/** What a person is told; each has its sentence, see texts.ts. */
export const NEWS_KINDS = [
  "claimed",
  "assigned",
  "progress",
  "completed",
  "released",
  "cancelled",
  "character-gone",
  "denied",
  "reopened",
  "given-to-you",
  "taken-from-you",
  "released-for-you",
  "your-craft-cancelled",
  "your-craft-denied",
  "your-craft-reopened",
  "expired-for-you",
  "handed-over",
  "lease-ending",
  "needed-soon",
  "needed-soon-unclaimed",
  "somebody-here",
  "both-here",
  "pledges-changed",
  "pledge-cut",
  "pledge-ended",
] as const;

export type NewsKind = (typeof NEWS_KINDS)[number];

/** One thing to tell one person: what was so at that moment, kept with the message. The rest is read when it is sent. */
export const newsSchema = z.object({
  kind: z.enum(NEWS_KINDS),
  to: z.string(),
  /** Discord locale. */
  locale: z.string(),
  actorId: z.string(),
  /** Who crafts it, or did; empty when nobody. */
  crafterId: z.string(),
  completedNow: z.number(),
  completed: z.number(),
  /** As the request stores it, see requests/reason.ts. */
  reason: z.string(),
  /** The request's version that the action led to, by which it is found when it is undone; 0 for what nobody did. */
  version: z.number().default(0),
});

export type News = Readonly<z.infer<typeof newsSchema>>;

/** Of a crafter who has pressed nothing yet: they are told in the guild's language. */
export const UNKNOWN_LOCALE = "";

/** Whom an event concerns, and what they are told. Nobody is told what they did themselves, nor the same twice. */
export function newsOf(event: RequestChanged): readonly News[] {
  const { request, before, actorId, completedNow } = event;
  const facts = { actorId, crafterId: request.crafterId ?? before?.crafterId ?? "", completedNow, completed: request.completed, reason: event.reason, version: request.version };
  const forRequester = kindForRequester(event);
  const toRequester = forRequester === null ? [] : [{ ...facts, kind: forRequester, to: request.requesterId, locale: request.requesterLocale }];

  const { crafterId, crafterLocale } = request;
  const isGiven = event.action === "assign" && crafterId !== null && crafterId !== actorId && crafterId !== before?.crafterId;
  const toNew = isGiven ? [{ ...facts, kind: "given-to-you" as const, to: crafterId, locale: crafterLocale ?? UNKNOWN_LOCALE }] : [];

  const former = before?.crafterId ?? null;
  const forFormer = kindForFormerCrafter(event);
  const isTold = former !== null && former !== actorId && former !== request.requesterId;
  const toFormer = isTold && forFormer !== null ? [{ ...facts, kind: forFormer, to: former, locale: before?.crafterLocale ?? UNKNOWN_LOCALE }] : [];

  return [...toRequester.filter(({ to }) => to !== toNew[0]?.to), ...toFormer, ...toNew];
}

function kindForRequester({ action, request, actorId }: RequestChanged): NewsKind | null {
  // Deleting a character is about something else than its requests, so that even who did it is told of them.
  if (action === "cancel" && readReason(request.reason).kind === "character-deleted") return "character-gone";
  if (actorId === request.requesterId) return null;
  switch (action) {
    case "submit":
    case "start":
    case "edit":
    case "renew":
    case "undo":
      return null;
    case "claim":
      return "claimed";
    case "assign":
      return request.crafterId === actorId ? "claimed" : "assigned";
    case "complete":
      return request.state === "completed" ? "completed" : "progress";
    case "release":
    case "expire":
      return "released";
    case "receive":
      return actorId === THE_DESK ? null : "handed-over";
    case "cancel":
      return "cancelled";
    case "deny":
      return "denied";
    case "reopen":
      return "reopened";
  }
}

/** For who had claimed it until now, or had finished it. */
function kindForFormerCrafter({ action, request, before, actorId }: RequestChanged): NewsKind | null {
  switch (action) {
    case "assign":
      return request.crafterId === before?.crafterId ? null : "taken-from-you";
    case "release":
      return "released-for-you";
    case "cancel":
      return "your-craft-cancelled";
    case "deny":
      return "your-craft-denied";
    case "expire":
      return "expired-for-you";
    case "receive":
      return actorId === THE_DESK ? null : "handed-over";
    case "submit":
    case "claim":
    case "start":
    case "complete":
    case "edit":
    case "renew":
    case "undo":
      return null;
    case "reopen":
      return "your-craft-reopened";
  }
}
