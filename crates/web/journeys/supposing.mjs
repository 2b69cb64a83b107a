// A lawyer supposes another wording of an article, writes one, and lets an organ vote.

import { journey } from "./house.mjs";

async function wording(reader) {
  const { page } = reader;
  await reader.goes("/matters/kgz-asks-police?on=2010-12-31");
  await reader.follows("What if another wording of the article had counted?", "main");
  await reader.reads("The wordings of cst.4", "as it was made", "as worded by cst-protocol-2010.1");
  await reader.pictures("supposing-wordings");
  await page.getByRole("link", { name: "suppose this wording" }).nth(1).click();
  await reader.reads("Supposing on 31 December 2010", "cst.4 is replaced", "as the record has it");
  await reader.pictures("supposing-wording-of-2010");
}

async function text(reader) {
  const { page } = reader;
  await reader.goes("/");
  await reader.follows("What if", "nav");
  await reader.asOf("2000-01-01");
  const own = page.getByLabel("charter text that begins with replaces, inserts or repeals");
  await own.fill("repeals extension-1999.1");
  await reader.presses("Suppose", "main");
  await reader.reads("Supposing on 1 January 2000", "answers differ", "former");
  await reader.pictures("supposing-own-text");
  await own.fill("repeels extension-1999.1");
  await reader.presses("Suppose", "main");
  await reader.reads("cannot be read as charter text", "did you mean");
  await reader.pictures("supposing-unread-text");
}

async function votes(reader) {
  const { page } = reader;
  await reader.goes("/organs?on=2010-01-01");
  await reader.follows("decides: how the Collective Security Council decides", "main");
  await reader.pictures("supposing-votes-asked");
  await page.getByLabel("kind of matter").selectOption("ordinary");
  await page.getByLabel("Belarus", { exact: true }).selectOption("absent");
  await reader.presses("Count", "main");
  await reader.reads("adopted under", "What was looked at");
  await reader.pictures("supposing-votes-counted");
  await page.getByLabel("Armenia", { exact: true }).selectOption("no");
  await reader.presses("Count", "main");
  await reader.reads("not adopted under");
}

await journey("a lawyer supposes a wording", wording);
await journey("a lawyer writes a wording", text);
await journey("an organ votes", votes);
await journey("an organ votes without JavaScript", votes, { javaScriptEnabled: false });
