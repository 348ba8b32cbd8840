import { QUANTITY_LIMIT } from "../requests/request.ts";

/** How many of an item one request may ask for. */
export const QUANTITY = { min: 1, max: QUANTITY_LIMIT } as const;

export const isQuantity = (value: number): boolean => Number.isInteger(value) && value >= QUANTITY.min && value <= QUANTITY.max;

/** A typed quantity; null when it is not a whole number from 1 to 999. */
export function parseQuantity(typed: string): number | null {
  const value = /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN;
  return isQuantity(value) ? value : null;
}
