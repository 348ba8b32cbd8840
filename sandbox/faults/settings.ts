import { z } from "zod";

const ms = z.number().min(0).max(600_000);
const share = z.number().min(0).max(1);

/** How long something is on its way. A lognormal one is given by its median and its 95th percentile, as measurements are. */
export const latencySchema = z
  .discriminatedUnion("kind", [z.strictObject({ kind: z.literal("fixed"), ms }), z.strictObject({ kind: z.literal("lognormal"), medianMs: ms.min(0.1), p95Ms: ms })])
  .refine((latency) => latency.kind === "fixed" || latency.p95Ms >= latency.medianMs, { message: "p95Ms must not be less than medianMs", path: ["p95Ms"] });

export type Latency = z.infer<typeof latencySchema>;

/** A REST route that goes wrong. */
export const restFailureSchema = z.strictObject({
  /** `METHOD /pattern` as the inspector shows it, `METHOD *`, or `*` for every route. */
  route: z.string().max(200).regex(/^(\*|[A-Z]+ (\*|\/\S*))$/, "must be *, or a method with * or a route, such as POST /channels/:channelId/messages"),
  /** A status, no answer at all, or a connection that breaks. */
  answer: z.union([z.literal([500, 502, 503, 504]), z.literal(["timeout", "reset"])]),
  /** `before`: nothing happened. `after`: it was done, but whoever asked does not learn it. */
  when: z.enum(["before", "after"]).default("before"),
  /** How many of the calls, 0 to 1. */
  share: share.default(1),
  /** Ends by itself after so many; null goes on. */
  times: z.int().min(1).nullable().default(null),
});

export type RestFailure = z.infer<typeof restFailureSchema>;

export const faultSettingsSchema = z.strictObject({
  /** Added to every REST call, half on the way in and half on the way back. */
  restLatency: latencySchema.nullable().default(null),
  restFailures: z.array(restFailureSchema).max(50).default([]),
  /** Added to every gateway event; their order stays. */
  gatewayLatency: latencySchema.nullable().default(null),
  /** How many of the events come twice, 0 to 1. */
  duplicateEvents: share.default(0),
  /** How many of the events come later than those after them, 0 to 1, and by how much. */
  lateEvents: share.default(0),
  lateByMs: ms.default(1000),
  /** While true, what happens is told to no bot, also not when it resumes. */
  loseEvents: z.boolean().default(false),
});

/** What goes wrong in this Discord. */
export type FaultSettings = z.infer<typeof faultSettingsSchema>;

/** A Discord on a good day, and next door. */
export const NO_FAULTS: FaultSettings = faultSettingsSchema.parse({});
