import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PageAction, PageError } from "../protocol.ts";
import { ClientRefusal } from "../world/client-refusal.ts";
import { DiscordError } from "../world/discord-error.ts";
import { pageActions } from "./actions.ts";
import { checkBody } from "./bodies.ts";
import { type ControlContext, registerControl, WORLD_IS_YAML } from "./control.ts";
import type { Feeds } from "./feeds.ts";
import { isFromOwnSite } from "../own-site.ts";

const DIST = join(import.meta.dirname, "../client/dist");
/** An upload of 10 MiB as base64, with its JSON around it. */
const BODY_LIMIT = 15 * 1024 * 1024;

const NOT_BUILT = `<!doctype html><meta charset="utf-8"><title>Sandbox</title>
<p>The sandbox runs, but its page is not built yet. Build it with <code>npm run build -w sandbox</code> and load this again.</p>`;

/** The page itself, and what it asks for. Nobody else's page may ask. */
export async function registerPage(server: FastifyInstance, context: ControlContext, feeds: Feeds, configuredHost: string): Promise<void> {
  const { world } = context;
  const actions = pageActions(world, feeds);
  await server.register(async (scope) => {
    scope.addHook("onRequest", async (request, reply) => {
      if (!isFromOwnSite(request.headers, configuredHost)) await reply.code(403).send(sentence("This address is not the sandbox's own."));
    });
    scope.setErrorHandler((error, request, reply) => {
      if (error instanceof ClientRefusal) return reply.code(400).send(sentence(error.message));
      if (error instanceof DiscordError) return reply.code(error.status).send(sentence(error.message));
      const status = statusOf(error);
      if (status === 415 && request.routeOptions.url === "/sandbox/world") return reply.code(415).send(sentence(WORLD_IS_YAML));
      if (status !== null) return reply.code(status).send(sentence(REFUSED[status] ?? "This request cannot be understood."));
      console.error("The sandbox's page failed:", error);
      return reply.code(500).send(sentence("Something went wrong in the sandbox."));
    });
    await scope.register(fastifyStatic, { root: DIST, serve: false });
    registerControl(scope, context);
    scope.get("/sandbox/people", async () => world.people);
    scope.post<{ Params: { personId: string; action: string }; Querystring: { client?: string } }>(
      "/sandbox/people/:personId/:action",
      { bodyLimit: BODY_LIMIT },
      async (request, reply) => {
        const { personId, action } = request.params;
        if (!world.people.some(({ id }) => id === personId)) return reply.code(404).send(sentence("There is no such person."));
        if (!isAction(action)) return reply.code(404).send(sentence("There is no such action."));
        checkBody(action, request.body);
        const act = actions[action] as (personId: string, body: unknown) => unknown;
        const answer = await act(personId, request.body);
        const { client } = request.query;
        if (typeof client === "string" && client !== "" && isInteraction(answer)) feeds.noteAsker(answer.interactionId, client);
        return reply.send(answer);
      },
    );
    scope.setNotFoundHandler((_request, reply) => reply.code(404).send(sentence("There is nothing at this address.")));
    scope.get("/*", async (request, reply) => {
      const path = (request.params as { "*": string })["*"];
      if (existsSync(join(DIST, "index.html"))) return reply.sendFile(path === "" ? "index.html" : path, DIST);
      return reply.type("text/html").send(NOT_BUILT);
    });
  });

  function isAction(name: string): name is PageAction {
    return Object.hasOwn(actions, name);
  }
}

const REFUSED: Readonly<Record<number, string>> = {
  403: "There is nothing to see at this address.",
  413: "That is too large: files may have up to 10 MB.",
  415: "The request must be JSON.",
};

/** What the server itself refuses, such as a body that is no JSON: its status from 400 to 499, else null. */
function statusOf(error: unknown): number | null {
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 0;
  return status >= 400 && status < 500 ? status : null;
}

const isInteraction = (answer: unknown): answer is { readonly interactionId: string } => typeof answer === "object" && answer !== null && "interactionId" in answer;

const sentence = (message: string): PageError => ({ message });
