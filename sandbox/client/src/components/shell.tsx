import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { PlaceContext } from "../place-context.ts";
import { channelLabel, type Place } from "../state/look-up.ts";
import { unreadOf } from "../state/unread.ts";
import { FaultBanner } from "../control/fault-banner.tsx";
import { NARROW, PHONE, useMedia } from "../use-media.ts";
import { Banner } from "./banner.tsx";
import { ChannelView } from "./channel-view.tsx";
import { Drawer } from "./drawer.tsx";
import { Modal } from "./modal.tsx";
import { PeopleList } from "./people-list.tsx";
import { QuickSwitcher } from "./quick-switcher.tsx";
import { Sidebar } from "./sidebar.tsx";
import { Toasts } from "./toasts.tsx";
import { TopBar } from "./top-bar.tsx";
import { Welcome } from "./welcome.tsx";

interface Props {
  readonly place: Place;
  readonly onRetry: () => void;
}

/** The page's panes: channels, messages, people; on narrow screens the outer ones are drawers. */
export function Shell({ place, onRetry }: Props): JSX.Element {
  const { state, snapshot } = usePage();
  const phone = useMedia(PHONE);
  const narrow = useMedia(NARROW);
  const [drawer, setDrawer] = useState<"channels" | "people" | null>(null);
  const [peopleShown, setPeopleShown] = useState(true);
  const [switching, setSwitching] = useState(false);
  const { channel } = place;

  useEffect(() => setDrawer(null), [channel.id, phone, narrow]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setSwitching(true);
      }
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  const calls = [...snapshot.directMessages, ...snapshot.guilds.flatMap((guild) => guild.channels)].reduce(
    (sum, each) => sum + unreadOf(state, each).mentions,
    0,
  );
  useEffect(() => {
    document.title = `${calls > 0 ? `(${calls}) ` : ""}${channelLabel(snapshot, channel)} · ${snapshot.me.displayName} · Sandbox`;
  }, [calls, snapshot, channel]);

  const people = (
    <aside class="people" aria-label="People">
      {phone ? null : <Welcome />}
      <PeopleList />
    </aside>
  );
  const showPeople = (): void => (narrow ? setDrawer("people") : setPeopleShown(!peopleShown));
  return (
    <PlaceContext.Provider value={place}>
      <div class="page">
        <a
          class="skip"
          href="#messages"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById("messages")?.focus();
          }}
        >
          Skip to the messages
        </a>
        <TopBar />
        <Banner onRetry={onRetry} />
        <FaultBanner />
        <div class="panes">
          {phone ? null : <Sidebar />}
          <ChannelView
            key={channel.id}
            peopleShown={narrow ? drawer === "people" : peopleShown}
            onPeople={showPeople}
            onChannels={phone ? () => setDrawer("channels") : null}
            onSearch={() => setSwitching(true)}
          />
          {narrow || !peopleShown ? null : people}
        </div>
        {drawer === "channels" ? <Drawer side="left" name="Channels" onClose={() => setDrawer(null)}><Sidebar /></Drawer> : null}
        {drawer === "people" ? <Drawer side="right" name="People" onClose={() => setDrawer(null)}>{people}</Drawer> : null}
        {switching ? <QuickSwitcher onClose={() => setSwitching(false)} /> : null}
        {state.modal === null ? null : <Modal key={state.modal.interactionId} open={state.modal} />}
        <Toasts />
      </div>
    </PlaceContext.Provider>
  );
}
