import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { DiscordError, type FormErrors } from "../world/discord-error.ts";

/** Words that stand where an id would: whoever asks, and the message that an interaction was answered with. */
const WORDS: ReadonlySet<string> = new Set(["@me", "@original"]);

/** Refuses addresses whose ids are none with 50035, before anything is looked up. Comes after the hook that asks for a token. */
export function checkIds(scope: FastifyInstance): void {
  scope.addHook("onRequest", async (request) => {
    const wrong = Object.entries(request.params as Record<string, string>).filter(([name, value]) => name.endsWith("Id") && !/^\d{1,20}$/.test(value) && !WORDS.has(value));
    if (wrong.length === 0) return;
    const errors = wrong.map(([name, value]): [string, FormErrors] => [nameOf(request, name), { _errors: [{ code: "NUMBER_TYPE_COERCE", message: `Value "${value}" is not snowflake.` }] }]);
    throw new DiscordError(Code.InvalidFormBodyOrContentType, Object.fromEntries(errors));
  });
}

/** What Discord calls it: to that an interaction's webhook is a webhook like any other. */
function nameOf({ routeOptions: { url = "" } }: FastifyRequest, name: string): string {
  return name === "applicationId" && url.includes("/webhooks/") ? "webhook_id" : name.replace("Id", "_id");
}

/** What is known of the routes that were added. */
export interface Addresses {
  /** Is one of them this address's, whatever its method? */
  isKnown(url: string): boolean;
  /** Each as `METHOD /pattern`, without what all addresses begin with. */
  readonly routes: readonly string[];
}

/** Remembers the routes that are added from now on. `prefix` is what their addresses begin with. */
export function rememberAddresses(scope: FastifyInstance, prefix: string): Addresses {
  const patterns = new Set<string>();
  const routes: string[] = [];
  scope.addHook("onRoute", ({ method, url }) => {
    if (url.endsWith("*")) return;
    patterns.add(url);
    for (const each of [method].flat()) routes.push(`${each} ${url.slice(prefix.length)}`);
  });
  const known: RegExp[] = [];
  const isKnown = (url: string): boolean => {
    if (known.length === 0) known.push(...[...patterns].map((pattern) => new RegExp(`^${pattern.replaceAll(/:\w+/g, "[^/]+")}$`)));
    const [path = ""] = url.split("?");
    return known.some((pattern) => pattern.test(path));
  };
  return { isKnown, routes };
}
