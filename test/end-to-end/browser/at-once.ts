import type { PersonPage } from "./person-page.ts";

/** What the page asks the sandbox when something of a message is used. */
const PRESSES = "**/sandbox/people/*/component*";

/**
 * Lets people press at the same instant: each press waits on its way until everybody has pressed. Without
 * that the slower one may find the message changed, and Discord refuses what a message no longer has.
 */
export async function atOnce(people: readonly PersonPage[], press: (person: PersonPage) => Promise<void>): Promise<void> {
  const everybody = Promise.withResolvers<void>();
  let pressed = 0;
  for (const { page } of people)
    await page.route(PRESSES, async (route) => {
      pressed++;
      if (pressed === people.length) everybody.resolve();
      await everybody.promise;
      await route.continue();
    });
  await Promise.all(people.map(press));
  await everybody.promise;
  for (const { page } of people) await page.unroute(PRESSES);
}
