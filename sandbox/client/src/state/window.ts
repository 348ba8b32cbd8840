/** A few rows more than are in view, so that a scroll meets none that is missing. */
const SPARE = 10;

/** Which rows of equal height are to be drawn: from `first` up to before `last`. All lengths in pixels. */
export function rowsInView(count: number, rowHeight: number, view: { readonly top: number; readonly height: number }): { readonly first: number; readonly last: number } {
  // The list may have become shorter than where one has scrolled to.
  const top = Math.max(0, Math.min(view.top, count * rowHeight - view.height));
  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE);
  const last = Math.min(count, Math.ceil((top + view.height) / rowHeight) + SPARE);
  return { first, last };
}
