/** A whole number from 0 of at most nine digits, as people type it, full-width digits included; null for anything else. */
export function wholeNumber(typed: string): number | null {
  const digits = typed.normalize("NFKC").trim();
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
