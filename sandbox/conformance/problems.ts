import assert from "node:assert/strict";
import type { Answer } from "./lab.ts";

/** What a 50035 finds wrong, a line each: `options.0.type BASE_TYPE_CHOICES`. Empty when it was no refusal. */
export function problemsOf({ status, body }: Answer): string[] {
  if (status < 400) return [];
  assert.deepEqual([status, body.code, body.message], [400, 50035, "Invalid Form Body"], JSON.stringify(body));
  return flatten(body.errors, []);
}

/** Only where it is wrong. */
export const placesOf = (answer: Answer): string[] => problemsOf(answer).map((line) => line.split(" ")[0] ?? "");

function flatten(errors: object, path: readonly string[]): string[] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) =>
    key === "_errors" ? (value as { code: string }[]).map(({ code }) => `${path.join(".")} ${code}`) : flatten(value as object, [...path, key]),
  );
}
