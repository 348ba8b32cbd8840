import type { Connection } from "./state/model.ts";

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;

export interface LineListener {
  onText(text: string): void;
  onConnection(connection: Connection): void;
  /** True when this end of the line is final: nobody tries again. */
  onClose?(code: number): boolean;
}

/** An open line to the sandbox, which mends itself. */
export interface Line {
  /** Tries again now instead of at the time that was told. */
  retry(): void;
  close(): void;
}

/** Opens a line to an address of the sandbox's; a lost one is tried again after 0.5 s, then twice as long each time, at most 10 s. */
export function openLine(path: string, listener: LineListener): Line {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_RETRY_MS;
  let closed = false;

  const open = (): void => {
    clearTimeout(timer);
    const address = new URL(path, document.baseURI);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const mine = new WebSocket(address);
    socket = mine;
    mine.addEventListener("open", () => {
      waitMs = FIRST_RETRY_MS;
      listener.onConnection({ status: "open" });
    });
    mine.addEventListener("message", (message: MessageEvent<string>) => {
      if (socket === mine) listener.onText(message.data);
    });
    mine.addEventListener("close", ({ code }) => {
      if (closed || socket !== mine) return;
      closed = listener.onClose?.(code) === true;
      if (closed) return;
      listener.onConnection({ status: "lost", retryAt: Date.now() + waitMs });
      timer = setTimeout(open, waitMs);
      waitMs = Math.min(waitMs * 2, LAST_RETRY_MS);
    });
  };

  open();
  return {
    retry: open,
    close() {
      closed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
