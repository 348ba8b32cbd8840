import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PageAction, PageError } from "../protocol.ts";
import { ClientRefusal } from "../world/client-refusal.ts";
import { DiscordError } from "../world/discord-error.ts";
import type { World } from "../world/world.ts";
import { pageActions } from "./actions.ts";
import type { Feeds } from "./feeds.ts";
import { isFromOwnSite } from "./own-site.ts";

const DIST = join(import.meta.dirname, "../client/dist");
/** An upload of 10 MiB as base64, with its JSON around it. */
const BODY_LIMIT = 15 * 1024 * 1024;

const NOT_BUILT = `<!doctype html><meta charset="utf-8"><title>Sandbox</title>
<p>The sandbox runs, but its page is not built yet. Build it with <code>npm run build -w sandbox</code> and load this again.</p>`;

/** The page itself, and what it asks for. Nobody else's page may ask. */
export async function registerPage(server: FastifyInstance, world: World, feeds: Feeds, configuredHost: string): Promise<void> {
  const actions = pageActions(world, feeds);
  await server.register(async (scope) => {
    scope.addHook("onRequest", async (request, reply) => {
      if (!isFromOwnSite(request.headers, configuredHost)) await reply.code(403).send(sentence("This address is not the sandbox's own."));
    });
    scope.setErrorHandler((error, _request, reply) => {
      if (error instanceof ClientRefusal) return reply.code(400).send(sentence(error.message));
      if (error instanceof DiscordError) return reply.code(error.status).send(sentence(error.message));
      console.error("The sandbox's page failed:", error);
      return reply.code(500).send(sentence("Something went wrong in the sandbox."));
    });
    await scope.register(fastifyStatic, { root: DIST, serve: false });
    scope.get("/sandbox/people", async () => world.people);
    scope.post<{ Params: { personId: string; action: string } }>(
      "/sandbox/people/:personId/:action",
      { bodyLimit: BODY_LIMIT },
      async (request, reply) => {
        const { personId, action } = request.params;
        if (!world.people.some(({ id }) => id === personId)) return reply.code(404).send(sentence("There is no such person."));
        if (!isAction(action)) return reply.code(404).send(sentence("There is no such action."));
        // The body is the action's by the protocol; what is wrong in it is refused by the rules.
        const act = actions[action] as (personId: string, body: unknown) => unknown;
        return reply.send(await act(personId, request.body ?? {}));
      },
    );
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

const sentence = (message: string): PageError => ({ message });
