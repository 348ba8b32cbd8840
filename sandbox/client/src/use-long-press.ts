import { useRef } from "preact/hooks";

const LONG_PRESS_MS = 500;
/** Pixels; a finger that moves farther scrolls. */
const STILL_WITHIN = 10;

interface LongPress {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

/** A finger held still, which stands for the right button; not on controls, which have their own use of it. */
export function useLongPress(onLongPress: (at: { x: number; y: number }) => void): LongPress {
  const held = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const cancel = (): void => {
    clearTimeout(held.current?.timer);
    held.current = null;
  };
  return {
    onPointerDown(event) {
      if (event.pointerType !== "touch" || (event.target instanceof Element && event.target.closest("button, a, input, textarea") !== null)) return;
      const at = { x: event.clientX, y: event.clientY };
      cancel();
      held.current = { ...at, timer: setTimeout(() => onLongPress(at), LONG_PRESS_MS) };
    },
    onPointerMove(event) {
      const from = held.current;
      if (from !== null && Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL_WITHIN) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
  };
}
