/** The fields that have a value; null is one. */
type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same without what was not given, so that a change leaves it as it is. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
