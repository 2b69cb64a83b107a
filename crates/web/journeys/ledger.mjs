// A member's auditor has the log verified by the browser, and is told where it is not what was signed.

import { expect, journey } from "./house.mjs";

async function verified(reader) {
  await reader.page.getByRole("button", { name: "Verify every entry", exact: true }).click();
  const said = reader.page.locator("#verified");
  await said.filter({ hasText: /[.:!]( |$)/ }).filter({ hasNotText: "…" }).waitFor();
  return said.innerText();
}

async function walk(reader) {
  await reader.goes("/");
  await reader.follows("For a member’s auditor");
  const root = await reader.page.locator("dl.plain code.digits").first().innerText();
  const said = await verified(reader);
  expect(said.startsWith("It holds: ") && said.includes(root), `it does not hold: ${said}`);
  await reader.pictures("ledger-holds");
}

/** What is fetched from a path is changed on its way by one byte. */
async function changed(reader, path, at) {
  await reader.page.route(path, async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    body[at] ^= 1;
    await route.fulfill({ response: answer, body });
  });
  await reader.goes("/ledger");
  const said = await verified(reader);
  await reader.page.unroute(path);
  return said;
}

async function doubts(reader) {
  const entry = await changed(reader, "**/log/tile/entries/000", 500);
  expect(entry.startsWith("The entries give another root"), `a changed entry passes: ${entry}`);
  // The last letters of a checkpoint are its signature's.
  const signature = await changed(reader, "**/log/checkpoint", 140);
  expect(!signature.startsWith("It holds"), `a changed signature passes: ${signature}`);
}

await journey("an auditor verifies the log", walk);
await journey("an auditor is told of one byte", doubts);
