import type { CHANNELS, PEOPLE } from "../../../sandbox/index.ts";
import type { PersonPage } from "./person-page.ts";

/** Where pictures are taken. */
export interface Studio {
  as(name: keyof typeof PEOPLE, channel: keyof typeof CHANNELS): Promise<PersonPage>;
  /** Takes a picture of what the person sees; pictures are numbered. */
  picture(person: PersonPage, view: string): Promise<void>;
}

/** Goes once through every main view, as the people whose it is. */
export async function tour(studio: Studio): Promise<void> {
  const eva = await studio.as("eva", "craftingDesk");
  await guide(studio, eva);
  await quickWay(studio, eva);
  await crafting(studio);
  await materials(studio);
  await editing(studio, eva);
  await ownRequests(studio, eva);
  await office(studio);
  await characters(studio, eva);
  await settings(studio);
  await newcomer(studio);
  await handingOver(studio);
}

async function guide(studio: Studio, eva: PersonPage): Promise<void> {
  await eva.sees("The crafting desk");
  await studio.picture(eva, "panel");
  await eva.closeWelcome();
  await eva.press("Create request", await eva.sees("The crafting desk"));
  await eva.told("Which profession");
  await studio.picture(eva, "guide-profession");
  await eva.press("Enchanting");
  await eva.told("what kind of thing");
  const categories = eva.reply.getByRole("combobox", { name: /Choose a category/ });
  await categories.click();
  await eva.page.getByRole("option", { name: "Weapon", exact: true }).waitFor();
  await studio.picture(eva, "guide-category");
  await eva.page.getByRole("option", { name: "Weapon", exact: true }).click();
  await eva.told("which one?");
  await eva.reply.getByRole("combobox", { name: /Choose an item/ }).click();
  await eva.page.getByRole("option", { name: /Crusader/ }).waitFor();
  await studio.picture(eva, "guide-item");
  await eva.page.getByRole("option", { name: /Crusader/ }).click();
  await eva.told("Quantity");
  await studio.picture(eva, "guide-details");
  await eva.press("+1");
  await eva.told("Quantity 2");
  await eva.press("+1");
  await eva.told("Quantity 3");
  await eva.press("Continue…");
  await eva.fillForm({ "Your character's name": "Evalyn", "Note for the crafter": "Before Thursday's raid, please." });
  await studio.picture(eva, "form");
  await eva.submit();
  await eva.told("Request #1");
  await studio.picture(eva, "summary");
}

async function quickWay(studio: Studio, eva: PersonPage): Promise<void> {
  await eva.composer.fill("/");
  await eva.page.getByRole("listbox", { name: "Commands" }).waitFor();
  await studio.picture(eva, "commands");
  const form = await eva.fillCommand("request", { quantity: "2", item: "minor helth" });
  await form.getByRole("listbox", { name: "item" }).getByRole("option").first().waitFor();
  await studio.picture(eva, "suggestions");
  await form.getByRole("option", { name: /Minor Health/ }).first().click();
  await form.getByRole("button", { name: "Send command" }).click();
  await eva.submit();
  await eva.told("Request #2");

  const garrick = await studio.as("garrick", "craftingDesk");
  await garrick.closeWelcome();
  await garrick.command("request", { item: { type: "crusader", pick: /Crusader/ }, quantity: "2" });
  await garrick.fillForm({ "Your character's name": "Garrick", "how many in all": "Large Brilliant Shard: 5" });
  await garrick.modal.getByRole("radio", { name: "I bring some" }).check();
  await studio.picture(garrick, "form-of-a-core-member");
  await garrick.submit();
  await garrick.told("Request #3");
  await studio.picture(garrick, "summary-with-missing");
}

async function crafting(studio: Studio): Promise<void> {
  const sylra = await studio.as("sylra", "craftingBoard");
  await sylra.closeWelcome();
  await sylra.sees("For Garrick");
  await studio.picture(sylra, "board");
  await sylra.goTo("crafting-desk");
  await sylra.press("Manage requests", await sylra.sees("The crafting desk"));
  await sylra.told("Queue", "#3");
  await studio.picture(sylra, "queue");
  await sylra.chooseIn(sylra.reply.getByRole("combobox", { name: /Choose requests/ }), /^#1/, /^#2/);
  await sylra.told("Chosen: #1");
  await studio.picture(sylra, "queue-chosen");
  await sylra.press("Claim");
  await sylra.told("Done");
  await studio.picture(sylra, "queue-result");
  await sylra.goTo("crafting-board");
  await sylra.press("Details", await sylra.sees("#1", "For Evalyn"));
  await sylra.told("asked by @Eva Brightwater");
  await sylra.press("Complete 1");
  await sylra.told("1 done, 2 to go");
  await studio.picture(sylra, "details-of-a-crafter");
  const isolde = await studio.as("isolde", "craftingDesk");
  await isolde.closeWelcome();
  await isolde.command("requests");
  await isolde.told("Queue");
  await studio.picture(isolde, "queue-of-two-professions");
}

async function materials(studio: Studio): Promise<void> {
  const corwin = await studio.as("corwin", "craftingBoard");
  await corwin.closeWelcome();
  await corwin.press("Pledge…", await corwin.sees("For Garrick"));
  await corwin.modal.waitFor();
  await studio.picture(corwin, "pledge-form");
  await corwin.fillForm({ "What do you pledge?": "Large Brilliant Shard: 4" });
  await corwin.submit();
  await corwin.told("You pledge 3", "your pledge is 3");
  await studio.picture(corwin, "pledge");
  const isolde = await studio.as("isolde", "craftingDesk");
  await isolde.closeWelcome();
  await isolde.command("materials");
  await isolde.told("Missing materials");
  await studio.picture(isolde, "missing-materials");
  await isolde.press("Take along…");
  await isolde.told("list to take along");
  await studio.picture(isolde, "missing-materials-files");
}

async function ownRequests(studio: Studio, eva: PersonPage): Promise<void> {
  await eva.command("status");
  await eva.told("My requests");
  await studio.picture(eva, "status");
  await eva.command("status", { request: "#1" });
  await eva.told("In progress");
  await studio.picture(eva, "details");
  await eva.press("History");
  await eva.told("History of #1");
  await studio.picture(eva, "history");
  await eva.press("Back");
  await eva.told("In progress");
  await eva.press("Cancel request…");
  await eva.told("Yes, cancel it");
  await studio.picture(eva, "cancel");
  await eva.openDirectMessages();
  await eva.sees("1 of 3 made");
  await studio.picture(eva, "direct-messages");
  await eva.press("Details", await eva.sees("1 of 3 made"));
  await eva.sees("Crafter:");
  await studio.picture(eva, "direct-message-details");
}

async function editing(studio: Studio, eva: PersonPage): Promise<void> {
  await eva.command("status", { request: "#2" });
  await eva.told("Crafter: @Sylra");
  const sylra = await studio.as("sylra", "craftingBoard");
  await sylra.closeWelcome();
  await sylra.press("Details", await sylra.sees("#2", "For Evalyn"));
  await sylra.told("The claim ends");
  await studio.picture(sylra, "details-of-a-claim");
  await sylra.press("Release");
  await sylra.told("It is open again");
  await studio.picture(sylra, "undo");
  await eva.press("Refresh");
  await eva.told("Edit…");
  await eva.press("Edit…");
  await eva.fillForm({ "How many?": "4", "Needed by": "in 9 days" });
  await studio.picture(eva, "edit-form");
  await eva.submit();
  await eva.told("Changed.");
  await studio.picture(eva, "edited");
  await sylra.goTo("crafting-desk");
  await sylra.command("requests");
  await sylra.told("needed in");
  await studio.picture(sylra, "queue-by-date");
}

async function handingOver(studio: Studio): Promise<void> {
  const eva = await studio.as("eva", "craftingDesk");
  await eva.closeWelcome();
  const sylra = await studio.as("sylra", "craftingBoard");
  await sylra.closeWelcome();
  await sylra.press("Details", await sylra.sees("#1", "For Evalyn"));
  await sylra.press("Complete all 2");
  await sylra.told("All done");
  await eva.openDirectMessages();
  await eva.press("I am here", await eva.sees("Your craft is ready"));
  await eva.sees("is told that you are here");
  await studio.picture(eva, "direct-message-handover");
  await sylra.press("I am here");
  await sylra.told("You are both here");
  await studio.picture(sylra, "both-here");
}

async function office(studio: Studio): Promise<void> {
  const tobin = await studio.as("tobin", "craftingBoard");
  await tobin.closeWelcome();
  await tobin.press("Details", await tobin.sees("For Garrick"));
  await tobin.told("Crafter: nobody yet");
  await studio.picture(tobin, "details-of-an-officer");
  await tobin.press("Assign…");
  await tobin.told("Who should craft");
  await tobin.reply.getByRole("combobox", { name: /Choose a crafter/ }).click();
  await tobin.page.getByRole("option", { name: "Brann Threadgood" }).waitFor();
  await studio.picture(tobin, "assign");
  await tobin.page.getByRole("option", { name: "Brann Threadgood" }).click();
  await tobin.told("cannot craft this");
  await studio.picture(tobin, "assign-refused");
  await tobin.press("Back");
  await tobin.told("Crafter: nobody yet");
  await tobin.press("Deny…");
  await tobin.fillForm({ "Why?": "No shards left this week, sorry." });
  await studio.picture(tobin, "deny");
  await tobin.submit();
  await tobin.told("Denied");
  await studio.picture(tobin, "denied");
}

async function characters(studio: Studio, eva: PersonPage): Promise<void> {
  await eva.goTo("crafting-desk");
  await eva.command("characters");
  await eva.press("Add a character");
  await eva.fillForm({ Name: "Brindle" });
  await studio.picture(eva, "character-form");
  await eva.submit();
  await eva.told("Brindle is added");
  await studio.picture(eva, "characters");
  await eva.choose(/Choose a character/, "Evalyn");
  await eva.told("active requests");
  await studio.picture(eva, "character");
  await eva.press("Delete");
  await eva.told("Delete Evalyn?");
  await studio.picture(eva, "character-delete");
}

async function settings(studio: Studio): Promise<void> {
  const maren = await studio.as("maren", "craftingDesk");
  await maren.closeWelcome();
  await maren.command("settings");
  await maren.told("Everything is set");
  await studio.picture(maren, "settings-overview");
  for (const [section, words] of [["Roles", "Who is who"], ["Professions", "Who crafts what"], ["Channels", "Where the desk stands"], ["Packs", "What can be crafted"]] as const) {
    await maren.press(section);
    await maren.told(words);
    await studio.picture(maren, `settings-${section.toLowerCase()}`);
  }
}

async function newcomer(studio: Studio): Promise<void> {
  const pip = await studio.as("pip", "craftingDesk");
  await pip.closeWelcome();
  await pip.press("Create request", await pip.sees("The crafting desk"));
  await pip.told("Requests are open to");
  await studio.picture(pip, "newcomer");
}
