import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { BucketUse } from "../traffic/entries.ts";
import type { RunningCall } from "../traffic/traffic.ts";
import type { RestContext } from "./context.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** What the traffic knows of this call so far. */
    call: RunningCall | null;
    /** The answer's body, once there is one. */
    answered: string | null;
    startedAt: number;
  }
}

/** Notes every call with its answer in the traffic, whose body {@link recordAnswers} sees. `prefix` is what its addresses begin with. */
export function recordCalls(scope: FastifyInstance, { traffic, applicationOfToken }: RestContext, prefix: string): void {
  scope.decorateRequest("call", null);
  scope.decorateRequest("answered", null);
  scope.decorateRequest("startedAt", 0);
  const json = scope.getDefaultJsonParser("error", "error");
  // The text is kept as it came: what checks a body may put a value in its place.
  scope.addContentTypeParser<string>("application/json", { parseAs: "string" }, (request, text, done) => {
    if (request.call) request.call.requestBody = text;
    // Some clients name the type also where they send nothing.
    if (text === "") done(null);
    else void json(request, text, done);
  });
  scope.addHook("onRequest", (request, reply, done) => {
    // Comes after the answer, at times before Fastify tells of that, and also instead of it.
    reply.raw.once("close", () => (reply.raw.writableFinished ? finish(request, reply, reply.statusCode) : finish(request, null, 0)));
    request.call = traffic.beginCall();
    request.startedAt = performance.now();
    done();
  });
  scope.addHook("preHandler", (request, _reply, done) => {
    if (request.call) traffic.during(request.call, done);
    else done();
  });
  const finish = (request: FastifyRequest, reply: FastifyReply | null, status: number) => {
    const { call } = request;
    if (!call) return;
    request.call = null;
    const tookMs = performance.now() - request.startedAt;
    const route = request.routeOptions.url?.slice(prefix.length) ?? null;
    const [, token] = /^Bot (.+)$/.exec(request.headers.authorization ?? "") ?? [];
    traffic.recordCall(call, {
      applicationId: (token === undefined ? null : applicationOfToken(token)?.id) ?? null,
      method: request.method,
      path: request.url.slice(prefix.length),
      route: route === "/*" ? null : route,
      status,
      tookMs,
      bucket: reply && bucketUse(reply),
      responseHeaders: Object.fromEntries(Object.entries(reply?.getHeaders() ?? {}).map(([name, value]) => [name, String(value)])),
      responseBody: status === 0 ? null : request.answered,
    });
  };
  scope.addHook("onResponse", (request, reply, done) => {
    finish(request, reply, reply.statusCode);
    done();
  });
}

/** Notes answers' bodies as they leave: to be called behind whatever changes them. */
export function recordAnswers(scope: FastifyInstance): void {
  scope.addHook("onSend", (request, _reply, payload, done) => {
    request.answered = typeof payload === "string" ? payload : null;
    done(null, payload);
  });
}

function bucketUse(reply: FastifyReply): BucketUse | null {
  const header = (name: string): string | undefined => reply.getHeader(`x-ratelimit-${name}`)?.toString();
  const id = header("bucket");
  if (id === undefined) return null;
  return { id, limit: Number(header("limit")), remaining: Number(header("remaining")), resetAfter: Number(header("reset-after")) };
}
