import type { ComponentChildren, JSX, RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  /** What it belongs to: a press there does not close it. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** Where it opens instead of at its anchor, such as where the pointer was. */
  readonly at?: { readonly x: number; readonly y: number } | undefined;
  readonly prefer?: "below" | "above" | "left";
  readonly sameWidth?: boolean;
  readonly class?: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

const GAP = 4;
const EDGE = 8;

/** A layer over everything else (also over a dialog), which closes by a press outside or Escape; on phones a sheet from below. */
export function Floating({ anchor, at, prefer = "below", sameWidth = false, class: name = "", onClose, children }: Props): JSX.Element {
  const ref = useRef<HTMLDivElement | null>(null);
  // Shown before any effect runs, so that what is inside may take the focus at once.
  const show = useCallback((layer: HTMLDivElement | null): void => {
    ref.current = layer;
    layer?.showPopover();
  }, []);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const layer = ref.current;
    if (layer === null) return undefined;
    const place = (): void => position(layer, anchor.current, at, prefer, sameWidth);
    place();
    const watch = new ResizeObserver(place);
    watch.observe(layer);
    addEventListener("resize", place);
    document.addEventListener("scroll", place, true);
    return () => {
      watch.disconnect();
      removeEventListener("resize", place);
      document.removeEventListener("scroll", place, true);
    };
  }, [anchor, at, prefer, sameWidth]);

  useEffect(() => {
    const outside = (event: Event): void => {
      const target = event.target;
      if (!(target instanceof Node) || ref.current?.contains(target) === true || anchor.current?.contains(target) === true) return;
      close.current();
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      close.current();
    };
    document.addEventListener("pointerdown", outside, true);
    document.addEventListener("keydown", escape, true);
    return () => {
      document.removeEventListener("pointerdown", outside, true);
      document.removeEventListener("keydown", escape, true);
    };
  }, [anchor]);

  return (
    <div ref={show} popover="manual" class={`floating ${name}`}>
      {children}
    </div>
  );
}

function position(
  layer: HTMLElement,
  anchor: HTMLElement | null,
  at: { readonly x: number; readonly y: number } | undefined,
  prefer: "below" | "above" | "left",
  sameWidth: boolean,
): void {
  if (getComputedStyle(layer).getPropertyValue("--sheet").trim() === "yes") {
    layer.removeAttribute("style");
    return;
  }
  const from = at === undefined ? anchor?.getBoundingClientRect() : new DOMRect(at.x, at.y, 0, 0);
  // An anchor that was drawn anew elsewhere leaves its layer where it is.
  if (from === undefined || (at === undefined && anchor?.isConnected === false)) return;
  if (sameWidth) layer.style.width = `${from.width}px`;
  const { offsetWidth: width, offsetHeight: height } = layer;
  const below = innerHeight - from.bottom - GAP - EDGE;
  const above = from.top - GAP - EDGE;
  const goesUp = prefer === "above" ? above >= height || above > below : below < height && above > below;
  const top = prefer === "left" ? from.top : goesUp ? from.top - GAP - height : from.bottom + GAP;
  const left = prefer === "left" ? from.left - width - GAP * 2 : from.left;
  layer.style.left = `${clamp(left, EDGE, innerWidth - width - EDGE)}px`;
  layer.style.top = `${clamp(top, EDGE, innerHeight - height - EDGE)}px`;
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(value, max));
}
