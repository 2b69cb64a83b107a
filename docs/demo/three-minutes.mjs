// The demonstration of three minutes on the default start, every line a click.

import { expect, journey } from "../../crates/web/journeys/house.mjs";

/** Nine become six overnight: the term ended, and no withdrawal is found. */
async function overnight(guest) {
  const { page } = guest;
  const parties = () => page.locator("main table").first().locator(".mark.is-party").count();
  await guest.goes("/");
  await guest.follows("Treaties", "nav");
  await page.locator("main table a[href^='/status/cst']").first().click();
  await guest.asOf("1999-04-20");
  expect((await parties()) === 9, "there are not nine parties on 20 April 1999");
  await guest.pictures("demo-1-nine");
  await page.getByRole("link", { name: "the day after: 21 April 1999" }).click();
  await guest.reads("the term ended and was not extended");
  expect((await parties()) === 6, "there are not six parties on 21 April 1999");
  await guest.pictures("demo-1-six");
  await page.locator("tr", { hasText: "Georgia" }).getByRole("link", { name: /^why/ }).first().click();
  await guest.reads("no withdrawal is found in this record");
  for (const account of ["s000", "s001", "s002", "s003"]) await guest.accordingTo(account);
}

/** June 2009: adopted under one reading, not under the other. */
async function readings(guest) {
  const { page } = guest;
  await guest.goes("/organs");
  await guest.asOf("2009-06-14");
  await guest.follows("decides: how the Collective Security Council decides", "main");
  await page.getByLabel("Belarus", { exact: true }).selectOption("absent");
  await guest.presses("Count", "main");
  await guest.reads("objection: adopted", "presence: not adopted", "It binds");
  await guest.pictures("demo-2-readings");
}

/** Two requests side by side, and the one under the wording of the other. */
async function wordings(guest) {
  const { page } = guest;
  await guest.goes("/docket");
  await page.locator("tr", { hasText: "21 July 2010" }).getByRole("link").first().click();
  await guest.follows("Beside another matter", "main");
  await page.getByLabel("the other", { exact: true }).selectOption("kaz-asks");
  await guest.presses("Compare", "main");
  await guest.reads("They part at the step consult");
  await guest.pictures("demo-3-beside");
  await guest.follows("Assistance to a party attacked", "main");
  await guest.follows("What if another wording of the article had counted?", "main");
  await page.getByRole("link", { name: "suppose this wording" }).nth(1).click();
  await guest.reads("cst.4 is replaced", "as supposed");
  await guest.pictures("demo-3-what-if");
}

await journey("1: nine become six overnight", overnight);
await journey("2: adopted under one reading, not under the other", readings);
await journey("3: two requests, and one under the wording of the other", wordings);
