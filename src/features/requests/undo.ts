import type { AuditEntry } from "../audit/audit-port.ts";

/** How long what somebody did can be taken back. */
const UNDO_MS = 60_000;

/** Whether an event, the last of its request, can still be taken back by who did it. */
export const mayBeUndone = ({ action, at }: Pick<AuditEntry, "action" | "at">, now: number): boolean => action !== "undo" && now - at <= UNDO_MS;
