const target = new EventTarget();

/** Goes to the message box, with these words in it where there are any: as pressing a command's mention does. */
export function requestCompose(text: string | null): void {
  target.dispatchEvent(new CustomEvent<string | null>("compose", { detail: text }));
}

/** Listens for {@link requestCompose}; the answer stops listening. */
export function onComposeRequest(listener: (text: string | null) => void): () => void {
  const handle = (event: Event): void => {
    if (!(event instanceof CustomEvent)) return;
    listener(typeof event.detail === "string" ? event.detail : null);
  };
  target.addEventListener("compose", handle);
  return () => target.removeEventListener("compose", handle);
}
