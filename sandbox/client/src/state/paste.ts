/** Does a paste over a selection make a text longer than it may be? The browser then leaves its end away. */
export function isCutByPaste(text: string, selectionStart: number, selectionEnd: number, pasted: string, max: number): boolean {
  return text.length - (selectionEnd - selectionStart) + pasted.length > max;
}
