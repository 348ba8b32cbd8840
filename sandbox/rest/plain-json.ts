import type { FastifyInstance } from "fastify";

/** Discord's answers say `application/json` and no more: some clients compare the whole header. */
export function answerPlainJson(scope: FastifyInstance): void {
  scope.addHook("onSend", (_request, reply, payload, done) => {
    if (String(reply.getHeader("content-type")).startsWith("application/json")) void reply.header("content-type", "application/json");
    done(null, payload);
  });
}
