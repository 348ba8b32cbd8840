/** What a store holds of one guild's submissions. */
export interface Stored {
  readonly requests: readonly { readonly id: string; readonly requesterId: string }[];
  /** Requests that an audit event tells of. */
  readonly audited: readonly string[];
  /** Persons for whom a submission is counted. */
  readonly counted: readonly string[];
}

/** How many submissions are there in part only. */
export interface LeftBehind {
  readonly withoutAudit: number;
  readonly withoutStatistics: number;
  readonly auditWithoutRequest: number;
  readonly statisticsWithoutRequest: number;
}

/** Counts what does not go together, where each person has submitted once. */
export function leftBehind({ requests, audited, counted }: Stored): LeftBehind {
  const ids = new Set(requests.map(({ id }) => id));
  const requesters = new Set(requests.map(({ requesterId }) => requesterId));
  const told = new Set(audited);
  const known = new Set(counted);
  return {
    withoutAudit: [...ids].filter((id) => !told.has(id)).length,
    withoutStatistics: [...requesters].filter((id) => !known.has(id)).length,
    auditWithoutRequest: [...told].filter((id) => !ids.has(id)).length,
    statisticsWithoutRequest: [...known].filter((id) => !requesters.has(id)).length,
  };
}

export const inAll = (one: LeftBehind): number => one.withoutAudit + one.withoutStatistics + one.auditWithoutRequest + one.statisticsWithoutRequest;
