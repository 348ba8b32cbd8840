import { AsyncLocalStorage } from "node:async_hooks";

/** What one interaction has cost so far; times by `performance.now()`. */
export interface Trace {
  /** When the gateway's event came. */
  readonly cameAt: number;
  /** When the first REST call for it left; null before. */
  firstCallAt: number | null;
  /** When Discord had taken the first answer; null before. */
  acknowledgedAt: number | null;
  /** When the last change was made that the person sees; null before. */
  shownAt: number | null;
  /** REST calls, answers included. */
  calls: number;
}

export const newTrace = (cameAt: number): Trace => ({ cameAt, firstCallAt: null, acknowledgedAt: null, shownAt: null, calls: 0 });

/** The interaction on whose behalf something is done; nothing outside of one. */
export const traces = new AsyncLocalStorage<Trace>();
