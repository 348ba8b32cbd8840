import type { RouterDeps } from "../discord/router.ts";

/** For tests of the router alone: every answer is a reply, and nobody has missed anything. */
export const repliesOnly: Pick<RouterDeps, "placement" | "tellUnseen"> = {
  placement: {
    pressedIn: () => Promise.resolve(null),
    async send(_, __, ___, reply, acknowledgment) {
      await acknowledgment.send(reply);
    },
  },
  tellUnseen: () => Promise.resolve(),
};
