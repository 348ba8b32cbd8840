import { QUANTITY_LIMIT } from "../requests/request.ts";
import { wholeNumber } from "../../kernel/typed-number.ts";

/** How many of an item one request may ask for. */
export const QUANTITY = { min: 1, max: QUANTITY_LIMIT } as const;

export const isQuantity = (value: number): boolean => Number.isInteger(value) && value >= QUANTITY.min && value <= QUANTITY.max;

/** A typed quantity; null when it is not a whole number from 1 to 999. */
export function parseQuantity(typed: string): number | null {
  const value = wholeNumber(typed);
  return value !== null && isQuantity(value) ? value : null;
}
