import { useLayoutEffect, useRef } from "preact/hooks";
import { requestCompose } from "./compose-request.ts";

/** A dialog that is over everything else while it is drawn; then the keyboard is back where it was, or at the message box. */
export function useDialog(): { readonly current: HTMLDialogElement | null } {
  const ref = useRef<HTMLDialogElement | null>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => {
      // The browser gives the focus back to what had it before, if that still stands.
      dialog?.close();
      queueMicrotask(settleFocus);
    };
  }, []);
  return ref;
}

/** Once the dialog is out of the page: Chromium types nothing into a field that got the focus back until it is focused anew. */
function settleFocus(): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return requestCompose(null);
  activeElement.blur();
  return activeElement.focus({ preventScroll: true });
}
