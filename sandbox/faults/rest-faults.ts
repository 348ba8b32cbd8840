import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { RestContext } from "../rest/context.ts";
import { isGloballyLimited } from "../rest/global-limit.ts";
import type { Faults } from "./faults.ts";
import type { RestFailure } from "./settings.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** What is to go wrong with this call once it has been done. */
    failsAfter: RestFailure | null;
  }
}

/** Makes REST calls late, fail or vanish. `prefix` is what their addresses begin with. */
export function registerRestFaults(scope: FastifyInstance, { faults, world }: Pick<RestContext, "faults" | "world">, prefix: string): void {
  scope.decorateRequest("failsAfter", null);
  scope.addHook("onRequest", async (request, reply) => {
    await halfALatency(faults);
    const pattern = request.routeOptions.url?.slice(prefix.length) ?? "";
    if (faults.globallyLimitedMs > 0 && isGloballyLimited(world, request, pattern)) return refuseGlobally(faults.globallyLimitedMs, reply);
    const failure = faults.nextFailure(`${request.method} ${pattern}`);
    if (failure?.when === "after") request.failsAfter = failure;
    else if (failure) return fail(failure, request, reply);
    return undefined;
  });
  scope.addHook("onSend", async (request, reply, payload) => {
    await halfALatency(faults);
    const { failsAfter } = request;
    if (!failsAfter) return payload;
    request.failsAfter = null;
    if (typeof failsAfter.answer === "number") {
      void reply.code(failsAfter.answer).removeHeader("content-length").type("application/json");
      return bodyOf(failsAfter.answer);
    }
    await vanish(failsAfter, request);
    return payload;
  });
}

const halfALatency = (faults: Faults): Promise<void> => faults.wait(faults.sampleMs(faults.settings.restLatency) / 2);

/** It names no bucket. Source: topics/rate-limits.mdx in Discord's documentation. */
function refuseGlobally(leftMs: number, reply: FastifyReply): FastifyReply {
  return reply
    .code(429)
    .headers({ "retry-after": String(Math.ceil(leftMs / 1000)), "x-ratelimit-global": "true", "x-ratelimit-scope": "global" })
    .send({ message: "You are being rate limited.", retry_after: leftMs / 1000, global: true });
}

async function fail(failure: RestFailure, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (typeof failure.answer === "number") return reply.code(failure.answer).type("application/json").send(bodyOf(failure.answer));
  reply.hijack();
  await vanish(failure, request);
  return reply;
}

/** Breaks the connection, or resolves when whoever asked has given up. */
async function vanish({ answer }: RestFailure, { raw }: FastifyRequest): Promise<void> {
  if (answer === "reset") raw.socket.resetAndDestroy();
  if (!raw.socket.destroyed) await new Promise((resolve) => void raw.socket.once("close", resolve));
}

const WORDS: Readonly<Record<number, string>> = { 500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout" };

const bodyOf = (status: number): string => JSON.stringify({ message: `${status}: ${WORDS[status]}`, code: 0 });
