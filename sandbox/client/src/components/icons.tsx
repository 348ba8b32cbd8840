import type { JSX } from "preact";

const PATHS = {
  hash: "M9.5 4 8 20M16 4l-1.500 16M4.500 9h16M3.500 15h16",
  thread: "M9 4 7.800 13M15.500 4l-1 8M4.500 8.500h15M4 15h6M13 15h7v4h-3l-2 2v-2h-2z",
  at: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zm0 0v1.500a2.500 2.500 0 0 0 5 0V12a9 9 0 1 0-3.500 7.100",
  people: "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c.4-4 3-6 6.500-6s6.100 2 6.500 6M16 4.300a3.500 3.500 0 0 1 0 6.500M18.500 14.500c1.800.9 2.800 2.700 3 5.500",
  menu: "M4 6h16M4 12h16M4 18h16",
  close: "M6 6l12 12M18 6 6 18",
  down: "M6 9l6 6 6-6",
  right: "M9 6l6 6-6 6",
  external: "M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5",
  dots: "M5 12h.01M12 12h.01M19 12h.01",
  eye: "M2 12s3.500-6.500 10-6.500S22 12 22 12s-3.500 6.500-10 6.500S2 12 2 12zm13 0a3 3 0 1 1-6 0 3 3 0 0 1 6 0z",
  send: "M4 12 3.500 4.500 21 12 3.500 19.500zM4 12h8",
  search: "M16.500 16.500 21 21M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z",
  check: "M5 12.500l4.500 4.500L19 7.500",
  warning: "M12 9v4.500M12 17h.01M10.300 4.200 2.600 17.500A2 2 0 0 0 4.300 20.500h15.400a2 2 0 0 0 1.700-3L13.700 4.200a2 2 0 0 0-3.400 0z",
  chat: "M4 5h16v11H10l-4 4v-4H4z",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  upload: "M6 3h8l4 4v6M6 3v18h6M14 3v4h4M17 21v-6M14 18l3-3 3 3",
  role: "M12 3l7.500 3v5.500c0 4.500-3 8-7.500 9.500-4.500-1.500-7.500-5-7.500-9.500V6z",
  gear: "M12 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM12 2.500v3M12 18.500v3M2.500 12h3M18.500 12h3M5.300 5.300l2.100 2.100M16.600 16.600l2.100 2.100M5.300 18.700l2.100-2.100M16.600 7.400l2.100-2.100",
  reply: "M9 6 4 11l5 5M4 11h9a6 6 0 0 1 6 6v2",
  smile: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM9 10h.01M15 10h.01M8.500 14.500c1.800 2 5.200 2 7 0",
  wires: "M4 8h13M13 4l4 4-4 4M20 16H7M11 12l-4 4 4 4",
  fault: "M13 3 5 13.500h6L10 21l8-10.500h-6z",
  world: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM3 12h18M12 3c5 5.500 5 12.500 0 18M12 3c-5 5.500-5 12.500 0 18",
  folder: "M4 6h6l2 2h8v11H4z",
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing beside words; it says nothing by itself. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): JSX.Element {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width={name === "dots" ? 3.2 : 2} stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
