import type { Surface } from "../../../src/features/guild-settings/guild-settings.ts";
import type { Studio } from "./tour.ts";

/** Goes through a flow where the guild has people's flows shown in a place of their own. */
export async function surfacesTour(studio: Studio, surface: Exclude<Surface, "ephemeral">): Promise<void> {
  const eva = await studio.as("eva", "craftingDesk");
  await eva.closeWelcome();
  await eva.command("characters");
  await eva.told("open it");
  await studio.picture(eva, `${surface}-where-it-is`);
  if (surface === "dm") await eva.openDirectMessages();
  else await eva.goTo("Eva Brightwater");
  await eva.press("Add a character", await eva.sees("Your characters"));
  await studio.picture(eva, `${surface}-form`);
  await eva.fillForm({ Name: "Evalyn" });
  await eva.submit();
  await eva.sees("Evalyn");
  await studio.picture(eva, `${surface}-confirmation`);
}
