import { isIP } from "node:net";
import type { IncomingHttpHeaders } from "node:http";

/**
 * Is this request from this machine's own page? A foreign site whose name is made to lead here (DNS rebinding)
 * still sends its own name as Host and Origin; addresses in numbers and localhost cannot be rebound.
 */
export function isFromOwnSite({ host, origin }: IncomingHttpHeaders, configuredHost: string): boolean {
  if (host === undefined || !isOwnName(hostnameOf(host), configuredHost)) return false;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

/**
 * May this request be a bot's? Bots name no origin, browsers do, and a site that somebody has open must not become a
 * bot here. Where the sandbox is told to listen on more than this machine, a bot may know it by any name.
 */
export function mayBeBot(headers: IncomingHttpHeaders, configuredHost: string): boolean {
  return isFromOwnSite(headers, configuredHost) || (headers.origin === undefined && !isLoopback(configuredHost));
}

function hostnameOf(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";
}

function isOwnName(name: string, configuredHost: string): boolean {
  return name === "localhost" || name === configuredHost || isIP(name.replace(/^\[|\]$/g, "")) !== 0;
}

const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || host.startsWith("127.");
