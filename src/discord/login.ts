import { type Client, Events, GatewayCloseCodes } from "discord.js";
import { setTimeout as wait } from "node:timers/promises";
import { OperatorError } from "../kernel/operator-error.ts";
import type { Log } from "../telemetry/log.ts";
import type { Intents } from "./intents.ts";

/** Discord did not let the bot in, or has shut it out. */
export class LoginError extends OperatorError {}

const TOKEN_REFUSED = "Discord does not accept this DISCORD_TOKEN. Copy it again from the Bot page of your application at https://discord.com/developers/applications.";
const DISALLOWED_INTENTS: number = GatewayCloseCodes.DisallowedIntents;
const LONGEST_PAUSE_MS = 60_000;
/** What Node, undici and the resolver call a network or a server that is away. */
const AWAY = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EPIPE", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_SOCKET"]);

export interface LoginTerms {
  readonly token: string;
  readonly apiUrl: string;
  readonly log: Log;
  /** Ends the attempts. */
  readonly stop: AbortSignal;
}

/**
 * Logs in, and gives a client that is ready. While Discord is merely away it tries again, with pauses that
 * grow to a minute, as discord.js does with a connection that is lost later: a machine that has just booted
 * may have no network yet.
 * @throws LoginError when trying again is of no use; what `stop` gives as its reason
 */
export async function logIn({ token, apiUrl, log, stop }: LoginTerms, intents: Intents, makeClient: () => Client): Promise<Client<true>> {
  for (let pauseMs = 1_000; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const client = makeClient();
    let isRefused = false;
    client.once(Events.ShardDisconnect, ({ code }) => {
      isRefused = wereIntentsRefused(code);
    });
    try {
      return await Promise.race([becomeReady(client, token), rejectionBy(stop)]);
    } catch (cause) {
      await client.destroy();
      stop.throwIfAborted();
      if (isRefused && intents.refused()) continue;
      const sentence = sentenceFor(cause, apiUrl);
      if (!isAway(cause)) throw new LoginError(sentence, { cause });
      log.warn({ waitMs: pauseMs }, `${sentence}. Trying again in ${pauseMs / 1_000} s`);
      await wait(pauseMs, undefined, { signal: stop }).catch(() => stop.throwIfAborted());
    }
  }
}

/** Whether this close code says that Discord does not give the bot an intent that it asked for. */
export const wereIntentsRefused = (code: number): boolean => code === DISALLOWED_INTENTS;

/** Why Discord closed a connection for good (topics/opcodes-and-status-codes.mdx in its documentation). */
export function shutOut(code: number): LoginError {
  return new LoginError(code === 4004 ? TOKEN_REFUSED : `Discord closed the connection for good, with code ${code}. What it means: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes`);
}

async function becomeReady(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  return ready;
}

function rejectionBy(stop: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (stop.aborted) reject(stop.reason);
    stop.addEventListener("abort", () => reject(stop.reason), { once: true });
  });
}

const fieldOf = (cause: unknown, field: "code" | "status" | "name"): unknown => (typeof cause === "object" && cause !== null ? Reflect.get(cause, field) : undefined);

function isAway(cause: unknown): boolean {
  const status = fieldOf(cause, "status");
  if (typeof status === "number") return status >= 500;
  return AWAY.has(String(fieldOf(cause, "code"))) || fieldOf(cause, "name") === "AbortError";
}

function sentenceFor(cause: unknown, apiUrl: string): string {
  if (fieldOf(cause, "code") === "TokenInvalid") return TOKEN_REFUSED;
  return `Could not reach Discord at ${apiUrl}: ${cause instanceof Error ? cause.message || String(fieldOf(cause, "code")) : String(cause)}`;
}
