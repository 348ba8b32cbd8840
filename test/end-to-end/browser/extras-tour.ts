import type { Studio } from "./tour.ts";

/** Goes through what people open now and then: help, figures, how they are told, how the desk behaves, many requests at once. */
export async function extrasTour(studio: Studio): Promise<void> {
  const eva = await studio.as("eva", "craftingDesk");
  await eva.closeWelcome();
  await eva.command("help");
  await eva.told("You are a member here");
  await studio.picture(eva, "help");
  await eva.command("preferences");
  await eva.told("How you are told");
  await studio.picture(eva, "preferences");
  await eva.press("Quiet hours & digest…");
  await eva.fillForm({ "Quiet from": "3:00", "Quiet until": "3:05", "Time zone": "Berlin" });
  await studio.picture(eva, "preferences-form");
  await eva.submit();
  await eva.told("from 03:00 to 03:05");
  for (let count = 0; count < 14; count++) {
    await eva.command("request", { item: { type: "crusader", pick: /Crusader/ }, quantity: String(count + 1) });
    await eva.submit(count === 0 ? { "Your character's name": "Evalyn" } : {});
    await eva.told(`Request #${count + 1}`);
  }

  const sylra = await studio.as("sylra", "craftingDesk");
  await sylra.closeWelcome();
  await sylra.command("requests");
  await sylra.told("Queue");
  await sylra.press("Choose all 14");
  await sylra.told("Chosen: #1");
  await studio.picture(sylra, "queue-all-chosen");
  await sylra.press("Claim");
  await sylra.told("Claimed (14)");
  await studio.picture(sylra, "queue-result-of-many");
  await sylra.press("Complete all");
  await sylra.press("Yes, complete all");
  await sylra.told("Completed (14)");
  await sylra.press("Undo");
  await sylra.told("Taken back");
  await studio.picture(sylra, "queue-undone");
  await sylra.press("Back to the queue");
  await sylra.press("Choose this page");
  await sylra.press("Complete all");
  await sylra.press("Yes, complete all");
  await sylra.told("Done");
  for (const whose of ["me", "guild", "leaderboard"]) {
    await sylra.command("stats", { of: { type: whose, pick: new RegExp(whose, "i") } });
    await sylra.reply.getByAltText(/^Bar chart/).first().waitFor();
    await studio.picture(sylra, `stats-${whose}`);
  }

  const tobin = await studio.as("tobin", "craftingDesk");
  await tobin.closeWelcome();
  await tobin.command("help");
  await tobin.told("You are an officer here");
  await studio.picture(tobin, "help-of-an-officer");
  await tobin.command("settings");
  await tobin.press("Behaviour");
  await tobin.told("How the desk behaves");
  await studio.picture(tobin, "behaviour");
  await tobin.choose(/What is it about/, "Claims, dates and handover");
  await tobin.told("A claim lasts");
  await tobin.choose(/Change…/, "A claim lasts");
  await tobin.modal.waitFor();
  await studio.picture(tobin, "behaviour-form");
  await tobin.submit({ "What shall it be?": "24" });
  await tobin.told("24 hours");
  await studio.picture(tobin, "behaviour-saved");

  await tobin.command("officer");
  await tobin.told("Professions");
  await studio.picture(tobin, "officer");
  await tobin.press("Crafters");
  await tobin.told("still to craft");
  await studio.picture(tobin, "officer-crafters");
  await tobin.press("What was done");
  await tobin.told("newest first");
  await studio.picture(tobin, "officer-what-was-done");
  await tobin.command("officer", { find: "crusader" });
  await tobin.told("that match");
  await studio.picture(tobin, "officer-find");
  await sylra.command("recipes");
  await sylra.told("Crusader");
  await studio.picture(sylra, "recipes");
  await eva.command("who", { item: { type: "crusader", pick: /Crusader/ } });
  await eva.told("Sylra");
  await studio.picture(eva, "who");
  await eva.press("Create request", await eva.sees("The crafting desk"));
  await eva.press("Paste a list…");
  await eva.modal.waitFor();
  await eva.modal.getByRole("textbox").first().fill("2 Runecloth Bag\nBolt of Silk Cloth x3\nRuncloth Bagg");
  await studio.picture(eva, "paste-a-list");
  await eva.submit();
  await eva.told(/basket|mean/i);
  await studio.picture(eva, "basket");

  await eva.openDirectMessages();
  await eva.sees("14 of your requests and crafts");
  await studio.picture(eva, "direct-message-of-many");
}
