import { ClientRefusal } from "../world/client-refusal.ts";
import type { RestFailure } from "./settings.ts";

/** How many of the routes a refusal names. */
const NAMED = 3;

/**
 * Refuses a failure that no call could ever meet. `routes` are the sandbox's, as `METHOD /pattern`.
 * @throws ClientRefusal that says which routes may be meant
 */
export function checkRoutes(failures: readonly RestFailure[], routes: readonly string[]): void {
  const methods = new Set(routes.map(methodOf));
  for (const { route } of failures) {
    if (route === "*" || routes.includes(route)) continue;
    if (!route.endsWith(" *")) throw new ClientRefusal(refusalOf(route, routes));
    if (!methods.has(methodOf(route))) throw new ClientRefusal(`There is no method ${methodOf(route)}. There are: ${[...methods].join(", ")}.`);
  }
}

function refusalOf(route: string, routes: readonly string[]): string {
  const meant = routes.find((each) => methodOf(each) === methodOf(route) && shapeOf(each).test(route));
  if (meant !== undefined) return `A failure is of a route, not of one address: instead of ${route} say ${meant}.`;
  const near = routes.map((each) => ({ each, steps: stepsBetween(each, route) })).toSorted((first, second) => first.steps - second.steps);
  return `There is no route ${route}. Did you mean ${near.slice(0, NAMED).map(({ each }) => each).join(", or ")}?`;
}

const methodOf = (route: string): string => route.split(" ")[0] ?? "";

/** With anything where an id stands, and behind a version that some write before it. */
function shapeOf(route: string): RegExp {
  const [method, pattern = ""] = route.split(" ");
  return new RegExp(`^${method} (?:/api)?(?:/v\\d+)?${pattern.replaceAll(/:\w+/g, "[^/]+")}/?(?:\\?.*)?$`);
}

/** How many characters must be put in, left out or changed to make one of the other. */
function stepsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 0; index < one.length; index += 1) {
    const next = [index + 1];
    for (let at = 1; at <= other.length; at += 1) {
      const changed = (row[at - 1] ?? 0) + (one[index] === other[at - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
