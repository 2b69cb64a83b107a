// A delegate signs in with a passkey, over a rehearsal, by the name of this machine: a browser makes
// none for a number. The device is the browser's own, which the journey holds.

import { PHONE, address, expect, journey } from "./house.mjs";
import { drafts, enters, plays, sends, signsIn } from "./players.mjs";

/** Gives the browser a device that makes passkeys and knows its holder. */
async function device(player) {
  const session = await player.context.newCDPSession(player.page);
  await session.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", { options });
  const credentials = async () =>
    (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
  return { credentials };
}

/** Adds a passkey on the page of keys. */
async function adds(player, name) {
  const { page } = player;
  await player.goes("/keys");
  await page.locator("#passkey-name").fill(name);
  await page.locator("[data-passkey='make'] button").click();
  await page.locator("#passkeys ~ .scroll").getByText(name, { exact: true }).waitFor();
}

/** Signs in with the passkey of the device; returns when the desk is there. */
async function goesIn(player) {
  await player.goes("/sign-in");
  await player.page.locator("[data-passkey='enter'] button").click();
  await player.page.waitForURL("**/acts/new*");
}

/** Presses the button of the door, and returns what is said instead of a session. */
async function isTold(player) {
  const said = player.page.locator("[data-passkey='enter'] [data-said]");
  await player.page.locator("[data-passkey='enter'] button").click();
  await player.page.waitForFunction(() => document.querySelector("[data-passkey='enter'] [data-said]").textContent);
  return said.innerText();
}

/** Expects that a request of the page is refused, and that the browser says so on its console. */
async function refuses(player, act) {
  const before = player.faults.length;
  const answer = await act();
  player.faults.splice(before);
  return answer;
}

await journey("a delegate adds a passkey, signs in with it, signs an act with the key, and removes it", async (player) => {
  const { page } = player;
  const held = await device(player);
  await player.goes("/sign-in");
  await player.reads("A browser makes no passkey for a number");
  player.address = new URL(`http://localhost:${address.port}`);
  await enters(player);
  await plays(player, "ARM");
  await adds(player, "Telephone");
  expect((await held.credentials()).length === 1, "the device keeps no passkey");
  await player.pictures("passkeys-desk");
  expect((await player.departures()).length === 0, (await player.departures()).join("\n"));
  const size = page.viewportSize();
  await page.setViewportSize(PHONE);
  await player.pictures("passkeys-phone");
  await player.goes("/sign-in");
  await player.pictures("passkeys-door-phone");
  await page.setViewportSize(size);
  await player.pictures("passkeys-door-desk");
  expect((await player.departures()).length === 0, (await player.departures()).join("\n"));
  await player.presses("Sign out");
  await goesIn(player);
  await player.reads("What you can communicate today as delegation of Armenia");
  await drafts(player, "statement", { what: "Said by who signed in with a passkey" });
  await player.reads("which signs no act");
  await sends(player, " ARM)");
  await player.goes("/keys");
  await player.reads("Telephone", "sign in with the key itself");

  // What was answered once is answered by nothing again: the browser's own answer, sent twice.
  const taken = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/v1/session/passkey")) taken.push(request.postData());
  });
  await goesIn(player);
  const again = await refuses(player, () => page.evaluate(async (body) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch("/api/v1/session/passkey", { method: "POST", headers, body });
    return [answer.status, (await answer.json()).detail];
  }, taken[0]));
  expect(again[0] === 403 && again[1].includes("answered already"), `sent again it is answered ${again}`);

  // Removed, it opens nothing, and the session that began with it is none.
  await player.goes("/keys");
  await page.getByRole("button", { name: "Remove Telephone" }).click();
  await page.waitForLoadState("load");
  await player.goes("/sign-in");
  await player.doesNotRead("You are signed in already");
  const said = await refuses(player, () => isTold(player));
  expect(said.includes("this passkey is not kept here"), `a removed passkey is told: ${said}`);
  expect((await held.credentials()).length === 1, "the device forgot its passkey by itself");

  // Another is made with the key, and the first is in nobody's way.
  await signsIn(player, " ARM)");
  await player.goes("/keys");
  await player.reads("You have none yet");
});

await journey("whoever has no script is told that a passkey needs one", async (reader) => {
  reader.address = new URL(`http://localhost:${address.port}`);
  await reader.goes("/sign-in");
  await reader.reads("A passkey needs JavaScript");
  expect(!(await reader.page.locator("[data-passkey]").isVisible()), "a door is shown that does not open");
  await reader.goes("/sign-in?lang=ru");
  await reader.reads("Для ключа доступа нужен JavaScript");
}, { javaScriptEnabled: false });
