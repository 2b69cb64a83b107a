// What whoever plays in a rehearsal has: a key made in the browser, a session, and acts that are
// chosen, looked at, signed and sent.

import { expect } from "./house.mjs";

/** Goes from the first page of the record into the rehearsal beside it. */
export async function enters(player, door = "Rehearse") {
  await player.goes("/");
  await player.follows(door, "main");
  player.stays();
  const banner = await player.page.locator(".sv-rehearsal").innerText();
  expect(banner.includes("REHEARSAL, INVENTED ACTS"), "the rehearsal does not say what it is");
}

/** Makes a key for a delegation, or for an officer, enrols it, and signs in with it. */
export async function plays(player, whom) {
  const { page } = player;
  await player.goes("/keys");
  const isOfficer = whom === "officer";
  await page.locator("#role").selectOption(isOfficer ? "depositary" : "delegation");
  if (!isOfficer) await page.locator("#party").selectOption(whom);
  const cards = page.locator(".key-card");
  const before = await cards.count();
  await page.locator("[data-make] button").click();
  await cards.nth(before).waitFor();
  const own = cards.filter({ has: page.locator("button") }).first();
  const digest = await own.locator("dd").last().innerText();
  await own.locator("button").click();
  await cards.filter({ hasText: digest }).locator("a[href^='/sign-in']").click();
  await signsIn(player, isOfficer ? "/officer" : ` ${whom})`);
}

/** Signs in with the key of this browser whose line has some words. */
export async function signsIn(player, words) {
  const { page } = player;
  if (new URL(page.url()).pathname !== "/sign-in") await player.goes("/sign-in");
  const keys = page.locator("[data-desk='sign-in'] [data-keys] button");
  await keys.filter({ hasText: words }).first().click();
  await page.waitForURL("**/acts/new*");
}

/** Fills in a form: words, one of a list, or several of a fieldset. */
async function fills(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const place = page.locator(`form.desk [name="${name}"]`);
    if (Array.isArray(value)) {
      for (const one of value) await page.locator(`form.desk [name="${name}"][value="${one}"]`).check();
    } else if ((await place.evaluate((one) => one.tagName)) === "SELECT") {
      await place.selectOption(value);
    } else {
      await place.fill(value);
    }
  }
}

/** Chooses a draft by the beginning of its word, fills it in, and looks at what would follow. */
export async function drafts(player, draft, fields) {
  const { page } = player;
  await player.goes("/acts/new");
  const link = page.locator(`ul.drafts a[href*="draft=${encodeURIComponent(draft)}"]`).first();
  await Promise.all([page.waitForNavigation(), link.click()]);
  await fills(page, fields);
  await Promise.all([page.waitForNavigation(), page.locator("form.desk button").first().click()]);
  expect((await page.locator("p.verdict").count()) === 1, "the door says nothing of the draft");
}

/** Signs what is shown with the key of this browser that may, and sends it; returns its receipt. */
export async function sends(player, words) {
  const { page } = player;
  const keys = page.locator("[data-desk='sign'] [data-keys] button");
  await keys.filter({ hasText: words }).first().click();
  await page.waitForFunction(() => document.querySelector("#note").value.includes("\n\u2014 "));
  const note = await page.locator("#note").inputValue();
  await Promise.all([page.waitForNavigation(), page.locator("#sign ~ form.desk button").click()]);
  const receipt = page.locator("main a[href^='/api/v1/receipts/']");
  expect((await receipt.count()) === 1, `the log does not hold it: ${await page.locator("main").innerText()}`);
  return { note, receipt: await receipt.getAttribute("href") };
}

/** Communicates something: chooses, fills in, looks, signs, sends. */
export async function communicates(player, whom, draft, fields = {}) {
  await drafts(player, draft, fields);
  return sends(player, whom === "officer" ? "/officer" : ` ${whom})`);
}
