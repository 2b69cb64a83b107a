// A duty officer follows a request for help from its first day to its end; a planner looks who
// takes part in the forces on a day, and prints the decision.

import { journey } from "./house.mjs";

async function walk(reader) {
  const { page } = reader;
  await reader.goes("/");
  await reader.follows("Crisis desk", "nav");
  await reader.pictures("crisis-now");
  await reader.goes("/crisis?on=2022-01-05");
  await reader.reads("Opened 5 January 2022", "Next", "Decision: Collective Security Council");
  await reader.pictures("crisis-first-day");
  await page.locator("main h2 a").first().click();
  await page.waitForURL("**/crisis/kaz-asks**");
  await reader.reads("Request", "Consultation", "Notification", "notify the UN Security Council");
  await reader.goes("/crisis/kaz-asks?on=2022-01-31");
  await reader.reads("It has ended.", "The forces have left Kazakhstan");
  await reader.pictures("crisis-end");
  await reader.follows("to be printed", "main");
  await reader.reads("The count", "for", "In the log", "hash of the leaf");
  await reader.pictures("crisis-decision");
  await page.emulateMedia({ media: "print" });
  await reader.pictures("crisis-decision-printed");
  await page.emulateMedia({ media: "screen" });

  await reader.goes("/");
  await reader.follows("For a planner", "main");
  await reader.goes("/forces?on=2011-01-01");
  await reader.reads("Agreement on the collective rapid reaction forces", "Exercises", "Rubezh 2008");
  await reader.pictures("forces");
}

await journey("a duty officer and a planner", walk);
await journey("the same on a phone without JavaScript", walk, {
  javaScriptEnabled: false,
  viewport: { width: 360, height: 780 },
});
