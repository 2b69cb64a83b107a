// A scholar goes from the docket to two matters, to a decision of two readings, to the sessions.

import { journey } from "./house.mjs";

async function walk(reader) {
  const { page } = reader;
  await reader.goes("/");
  await reader.follows("Docket", "nav");
  await reader.reads("Docket", "Mutual assistance");
  await reader.pictures("docket");
  await page.locator("tr", { hasText: "21 July 2010" }).getByRole("link").first().click();
  await reader.reads("Mutual assistance", "Wording of 1992", "Closed on");
  await reader.pictures("docket-matter-2010");

  await reader.follows("Beside another matter", "main");
  await page.getByLabel("one", { exact: true }).selectOption("kgz-asks-police");
  await page.getByLabel("the other", { exact: true }).selectOption("kaz-asks");
  await reader.presses("Compare", "main");
  await reader.reads("Kyrgyzstan 2010", "Kazakhstan 2022", "They part at the step decide");
  await reader.pictures("docket-beside");

  await reader.goes("/acts/session-documents-2009");
  await reader.reads("14 June 2009");
  await reader.goes("/why?claim=adopted+%23session-documents-2009&on=2009-12-31");
  await reader.pictures("docket-june-2009");

  await reader.follows("Organs", "nav");
  await reader.follows("sessions of the Collective Security Council", "main");
  await reader.reads("Sessions of the Collective Security Council");
  await reader.pictures("docket-sessions");
}

await journey("a scholar reads the docket", walk);
await journey("the same on a phone without JavaScript", walk, {
  javaScriptEnabled: false,
  viewport: { width: 360, height: 780 },
});
