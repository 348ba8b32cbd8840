import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { usePage } from "../app-context.ts";
import type { Toast } from "../state/model.ts";
import { Icon } from "./icons.tsx";

const SHOWN_MS = 6000;

/** Short notices, such as a refusal in Discord's words. */
export function Toasts(): JSX.Element {
  const { state } = usePage();
  return (
    <div class="toasts" role="status" aria-live="polite">
      {state.toasts.map((toast) => (
        <Notice key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function Notice({ toast }: { readonly toast: Toast }): JSX.Element {
  const { dispatch } = usePage();
  useEffect(() => {
    const timer = setTimeout(() => dispatch({ type: "toast-gone", id: toast.id }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [dispatch, toast.id]);
  return (
    <div class="toast">
      <span>{toast.text}</span>
      <button type="button" class="tool" aria-label="Close notice" onClick={() => dispatch({ type: "toast-gone", id: toast.id })}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
