import { useLayoutEffect, useRef } from "preact/hooks";
import { requestCompose } from "./compose-request.ts";

/** A dialog that is over everything while it is drawn; then the keyboard is back where it was, or at the message box. */
export function useDialog(): { readonly current: HTMLDialogElement | null } {
  const ref = useRef<HTMLDialogElement | null>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => {
      // The browser gives the focus back to what had it before, if that still stands.
      dialog?.close();
      if (document.activeElement === document.body) requestCompose(null);
    };
  }, []);
  return ref;
}
