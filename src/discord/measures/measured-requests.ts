import { DefaultRestOptions, type RESTOptions, type ResponseLike } from "discord.js";
import type { Telemetry } from "../../telemetry/telemetry.ts";
import { traces } from "../../telemetry/trace.ts";
import { InvalidRequests } from "./invalid-requests.ts";
import { CALLBACK_ROUTE, routeName } from "./route-name.ts";

type MakeRequest = RESTOptions["makeRequest"];

/** Discord.js's way of making a request, which says of each attempt how long it took and what Discord told of its limits. */
export function measuredRequests(telemetry: Telemetry, make: MakeRequest = DefaultRestOptions.makeRequest): MakeRequest {
  const invalid = new InvalidRequests();
  return async (url, init) => {
    const route = routeName(url);
    const method = init.method ?? "GET";
    const trace = traces.getStore();
    const from = performance.now();
    if (trace) {
      trace.firstCallAt ??= from;
      trace.calls += 1;
    }
    try {
      const response = await make(url, init);
      const now = performance.now();
      telemetry.observe("restCall", { method, route, status: `${Math.floor(response.status / 100)}xx` }, (now - from) / 1_000);
      tellLimits(telemetry, `${method} ${route}`, response);
      if (invalid.note(response.status, response.headers.get("x-ratelimit-scope"), now) !== null) telemetry.count("invalidRequests", { status: String(response.status) });
      // Also when all is well again.
      telemetry.set("invalidInWindow", {}, invalid.inWindow(now));
      if (trace && response.status < 300) {
        if (route === CALLBACK_ROUTE) trace.acknowledgedAt ??= now;
        if (method !== "GET") trace.shownAt = now;
      }
      return response;
    } catch (cause) {
      telemetry.observe("restCall", { method, route, status: "none" }, (performance.now() - from) / 1_000);
      throw cause;
    }
  };
}

/** Headers: topics/rate-limits.mdx in Discord's documentation. */
function tellLimits(telemetry: Telemetry, route: string, { status, headers }: ResponseLike): void {
  const bucket = headers.get("x-ratelimit-bucket");
  const [limit, remaining] = [Number(headers.get("x-ratelimit-limit") ?? Number.NaN), Number(headers.get("x-ratelimit-remaining") ?? Number.NaN)];
  if (bucket !== null && Number.isFinite(limit)) telemetry.set("restLimit", { route, bucket }, limit);
  if (bucket !== null && Number.isFinite(remaining)) telemetry.set("restRemaining", { route, bucket }, remaining);
  if (status === 429) telemetry.count("rateLimited", { route, scope: headers.get("x-ratelimit-scope") ?? (headers.get("x-ratelimit-global") === null ? "user" : "global") });
}
