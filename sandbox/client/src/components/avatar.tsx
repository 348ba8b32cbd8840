import type { JSX } from "preact";
import { avatarColor, initials } from "../colors.ts";

interface Props {
  readonly id: string;
  readonly name: string;
  /** Pixels. */
  readonly size?: number;
  /** Left out where presence does not matter. */
  readonly online?: boolean;
}

/** Somebody's initials in their colour; the name always stands beside it. */
export function Avatar({ id, name, size = 40, online }: Props): JSX.Element {
  return (
    <span class="avatar" aria-hidden="true" style={{ width: `${size}px`, height: `${size}px`, background: avatarColor(id), fontSize: `${size * 0.4}px` }}>
      {initials(name)}
      {online === undefined ? null : <span class={online ? "presence online" : "presence"} style={{ "--dot": `${Math.min(16, Math.max(8, Math.round(size * 0.28)))}px` }} />}
    </span>
  );
}

/** Discord's mark for bots. */
export function AppTag(): JSX.Element {
  return <span class="app-tag">APP</span>;
}
