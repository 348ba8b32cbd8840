const target = new EventTarget();

/** Puts words into the message box, as pressing a command's mention does. */
export function requestCompose(text: string): void {
  target.dispatchEvent(new CustomEvent<string>("compose", { detail: text }));
}

/** Listens for {@link requestCompose}; the answer stops listening. */
export function onComposeRequest(listener: (text: string) => void): () => void {
  const handle = (event: Event): void => {
    if (event instanceof CustomEvent && typeof event.detail === "string") listener(event.detail);
  };
  target.addEventListener("compose", handle);
  return () => target.removeEventListener("compose", handle);
}
