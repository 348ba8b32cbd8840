import type { PageAction, PageActions, Person } from "../../protocol.ts";
import { CLIENT_ID } from "./client-id.ts";

/** What became of something that this person asked for; `message` is a sentence for them. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

const UNREACHABLE = "The sandbox does not answer. Is it still running?";

/** Asks the sandbox to do something as this person. */
export async function act<A extends PageAction>(
  personId: string,
  action: A,
  body: PageActions[A]["body"],
): Promise<Answer<PageActions[A]["reply"]>> {
  return ask<PageActions[A]["reply"]>(`sandbox/people/${encodeURIComponent(personId)}/${action}?client=${CLIENT_ID}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** Everybody whom the page can be. */
export async function fetchPeople(): Promise<Answer<readonly Person[]>> {
  return ask<readonly Person[]>("sandbox/people", {});
}

/** Asks one of the sandbox's own addresses; an answer without a body is null. */
export async function ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(new URL(path, document.baseURI), init);
    const body: unknown = response.status === 204 ? null : await response.json();
    if (response.ok) return { ok: true, value: body as T };
    return { ok: false, message: sentenceOf(body) ?? `The sandbox refused this (${response.status}).` };
  } catch {
    return { ok: false, message: UNREACHABLE };
  }
}

function sentenceOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("message" in body)) return null;
  return typeof body.message === "string" ? body.message : null;
}
