// A journalist asks whether Georgia was bound on two days, why, and what each account says.

import { expect, journey } from "./house.mjs";

async function walk(reader) {
  await reader.goes("/");
  await reader.page.getByLabel("state", { exact: true }).selectOption("GEO");
  await reader.page.getByLabel("instrument", { exact: true }).selectOption("cst");
  await reader.page.getByLabel("on the day", { exact: true }).fill("1999-04-20");
  await reader.presses("Ask", "form[action='/bound']");
  await reader.reads("party – Treaty on Collective Security, on 20 April 1999", "Since 20 April 1994");
  await reader.reads('"GEO party cst" on 1999-04-20: yes.', "article cst.11; act cst-in-force", "s003:37");
  await reader.pictures("journalist-bound");

  await reader.follows("why: GEO party cst");
  await reader.reads("Georgia party Treaty on Collective Security", "Yes on 20 April 1999");
  await reader.pictures("journalist-20-april");

  await reader.page.getByRole("link", { name: "the day after: 21 April 1999" }).click();
  await reader.reads("No on 21 April 1999", "no withdrawal is found in this record");
  await reader.pictures("journalist-21-april");

  const because = reader.page.locator("ol.because");
  await because.getByRole("link", { name: "cst.11", exact: true }).first().click();
  await reader.reads("Term, withdrawal, entry into force");
  expect(reader.page.url().endsWith("#cst.11"), "the article is not reached in its place");
  await reader.page.goBack();
  await because.locator(".sources a").first().click();
  await reader.reads("Cited for");
  await reader.page.goBack();

  for (const account of ["s000", "s001", "s002", "s003"]) {
    await reader.accordingTo(account);
    await reader.reads("on 21 April 1999");
    const notes = await reader.page.locator(".sv-notes").innerText();
    expect(notes.includes("alone tells it"), "the page does not say whose word it follows");
    await reader.pictures(`journalist-according-to-${account}`);
  }
  await reader.follows("Read the whole record", ".sv-notes");
  await reader.reads("No on 21 April 1999");
}

await journey("a journalist asks on two days", walk);
await journey("the same without JavaScript", walk, { javaScriptEnabled: false });
