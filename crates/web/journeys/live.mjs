// A delegate keeps a page open: what is new is shown by itself, is said, and takes no focus away.

import { expect, journey } from "./house.mjs";

/** Answers the stream of events as if acts had come since the page was made. */
async function tell(page, events) {
  const lines = events.map(([name, data]) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  await page.route("**/events*", (route) =>
    route.fulfill({ contentType: "text/event-stream", body: `retry: 600000\n${lines.join("")}` }),
  );
}

/** Answers whatever asks for the page again with other words in it. */
async function change(page, from, to) {
  await page.route("**/docket", async (route) => {
    if (route.request().resourceType() !== "fetch") return route.continue();
    const answer = await route.fetch();
    const text = (await answer.text()).replaceAll(from, to);
    return route.fulfill({ response: answer, body: text });
  });
}

async function connects(reader) {
  const heard = reader.page.waitForResponse((answer) => new URL(answer.url()).pathname === "/events");
  await reader.goes("/docket");
  const answer = await heard;
  expect(answer.status() === 200, `/events answers ${answer.status()}`);
  expect((await answer.headerValue("content-type")) === "text/event-stream", "it is no stream");
  // A page about another day listens to nothing.
  await reader.goes("/docket?on=2022-01-06");
  expect((await reader.page.locator("#live").count()) === 0, "a page of another day listens");
}

async function shows(reader) {
  const { page } = reader;
  await tell(page, [["start", { acts: 1, day: "2020-01-01" }]]);
  await change(page, "Suspension of a member", "Suspension of a member, told anew");
  await change(page, "Mutual assistance", "Assistance, told anew");
  await reader.goes("/docket");
  const link = page.locator("[data-live] a").first();
  await link.focus();
  const href = await link.getAttribute("href");
  await page.getByText("An act was received, and this page shows it.").waitFor();
  await reader.reads("Assistance, told anew");
  const kept = await page.evaluate(() => document.activeElement.getAttribute("href") ?? document.activeElement.id);
  expect(kept === href || kept === "main", `the focus went to ${kept}`);
  await reader.pictures("live-docket");
}

/** A silence runs out while the page is open: the day turns, and the page is about the new one. */
async function turns(reader) {
  const { page } = reader;
  await tell(page, [["day", { day: "2999-01-01" }]]);
  await page.route("**/docket", async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    const isAgain = route.request().resourceType() === "fetch";
    return route.fulfill({ response: answer, body: isAgain ? text.replace(/data-day="[^"]+"/, 'data-day="2999-01-01"') : text });
  });
  await reader.goes("/docket");
  await page.getByText("A new day has begun, and this page is about it.").waitFor();
}

await journey("a delegate's page hears the server", connects);
await journey("what is new is shown while the page is open", shows);
await journey("the page turns with the day", turns);
