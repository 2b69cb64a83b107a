// Every kind of page, on a phone by day and on a desk by night: nothing overflows, everything is
// reached by keyboard and seen when reached, nothing departs from WCAG 2.2 AA, nothing is heavy.

import { DESK, PHONE, address, expect, journey } from "./house.mjs";

const HEAVY = 100_000;
/** Pages that no navigation lists, one of each kind. */
const FURTHER = [
  "/status/cst?on=1999-04-21",
  "/members/csto",
  "/chair/csc",
  "/office/secretary-general",
  "/sessions/csc",
  "/matters/kgz-asks-police",
  "/crisis?on=2022-01-06",
  "/crisis/kaz-asks",
  "/crisis/kaz-asks?on=2022-01-06",
  "/forces?on=2011-01-01",
  "/acts/session-documents-2009/decision",
  "/acts/kaz-2022/decision",
  "/acts/session-documents-2009",
  "/states/GEO?on=1999-04-21",
  "/obligations/KAZ",
  "/sources/s003",
  "/profile/law",
  "/profile/neighbours",
  "/beside",
  "/beside?left=kgz-asks-police&right=kaz-asks",
  "/what-if?article=cst.4&wording=1&applied=kgz-asks-police&on=2010-12-31",
  "/decide/csc",
  "/decide/csc?on=2010-01-01&matter=ordinary&vote-BLR=absent&vote-ARM=yes",
  "/today/KGZ",
  "/bound",
  "/bound?state=GEO&instrument=cst&on=1999-04-20",
  "/bound?instrument=ksor&on=2011-01-01",
  "/why",
  "/why?claim=GEO+party+cst&on=1999-04-21",
  "/diff?before=1999-04-20&after=1999-04-21",
  "/disputes?according_to=s000&known=1999-06-01",
  "/timeline?on=1900-01-01",
  "/about",
  "/api",
  "/nothing-here",
];
const SIGHTS = [
  { name: "phone", viewport: PHONE, colorScheme: "light" },
  { name: "desk", viewport: DESK, colorScheme: "dark" },
];

/** Lists what the navigation leads to, and one page of each further kind. */
async function everyPath(reader) {
  await reader.goes("/");
  const links = reader.page.getByRole("navigation", { name: "Pages" }).getByRole("link");
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(hrefs.length > 8, "the navigation lists too little");
  return [...hrefs, ...FURTHER];
}

/** Returns what is amiss with the form of a page. */
async function form(reader) {
  return reader.page.evaluate(() => {
    const faults = [];
    const wide = document.scrollingElement.scrollWidth - window.innerWidth;
    if (wide > 0) {
      const last = (one) => one.getBoundingClientRect().right > window.innerWidth + 1;
      const held = (one) => one.closest(".scroll, .sheet, figure") !== null;
      const wider = [...document.querySelectorAll("body *")].filter((one) => last(one) && !held(one));
      const named = wider.slice(0, 3).map((one) => `${one.tagName}.${one.className}`);
      faults.push(`it scrolls ${wide} pixels to the side: ${named.join(", ")}`);
    }
    const heads = document.querySelectorAll("h1").length;
    if (heads !== 1) faults.push(`it has ${heads} first headings`);
    if (!document.documentElement.lang) faults.push("it has no language");
    if (!document.title.trim()) faults.push("it has no title");
    return faults;
  });
}

/** Goes through a page with the Tab key alone, and returns what is amiss. */
async function keyboard(reader) {
  const { page } = reader;
  const faults = [];
  await page.evaluate(() => {
    const isStop = (one) => {
      const open = one.tabIndex >= 0 && !one.disabled && one.type !== "hidden";
      return open && one.checkVisibility() && one.getClientRects().length > 0;
    };
    const kinds = "a[href], button, input, select, textarea, summary, [tabindex]";
    window.stops = [...document.querySelectorAll(kinds)].filter(isStop);
    window.seen = new Map();
    document.addEventListener("focusin", ({ target }) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(target);
      const isSeen = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
      window.seen.set(target, isSeen);
    });
    window.scrollTo(0, 0);
    document.activeElement?.blur();
  });
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
  if (first !== "#main") faults.push(`the first stop is ${first}, not the way past the navigation`);
  const remaining = () => page.evaluate(() => window.stops.filter((one) => !window.seen.has(one)).length);
  for (let left = await remaining(), idle = 0; left > 0 && idle < 2; ) {
    for (let step = 0; step < Math.min(left + 8, 60); step += 1) await page.keyboard.press("Tab");
    const now = await remaining();
    idle = now === left ? idle + 1 : 0;
    left = now;
  }
  const told = await page.evaluate(() => {
    const named = (one) => `${one.tagName} ${one.id || one.textContent.trim().slice(0, 30)}`;
    const missed = window.stops.filter((one) => !window.seen.has(one)).map(named);
    const dark = [...window.seen].filter(([, isSeen]) => !isSeen).map(([one]) => named(one));
    return { missed: missed.slice(0, 3), dark: dark.slice(0, 3) };
  });
  for (const name of told.missed) faults.push(`the keyboard does not reach ${name}`);
  for (const name of told.dark) faults.push(`the focus is not seen on ${name}`);
  return faults;
}

/** Goes to a path, and returns the bytes of all that it loads, whether kept from before or not. */
async function weight(reader, path) {
  const loaded = new Set();
  // A stream of events is no part of the page, and does not end.
  const listen = (request) => {
    if (request.resourceType() !== "eventsource") loaded.add(request.url());
  };
  reader.page.on("request", listen);
  await reader.page.goto(new URL(path, address).href);
  reader.page.off("request", listen);
  let bytes = 0;
  for (const url of loaded) bytes += (await (await reader.page.request.get(url)).body()).length;
  return bytes;
}

/** Uses the link past the navigation. */
async function skip(reader) {
  await reader.goes("/");
  await reader.page.keyboard.press("Tab");
  await reader.page.keyboard.press("Enter");
  const where = await reader.page.evaluate(() => document.activeElement.id);
  expect(where === "main", "the link past the navigation does not lead to the page");
}

async function sweep(reader, sight) {
  const faults = [];
  for (const path of await everyPath(reader)) {
    const bytes = await weight(reader, path);
    const found = [...(await form(reader)), ...(await reader.departures())];
    const word = path.replace(/^\//, "").replace(/[^A-Za-z0-9]+/g, "-") || "overview";
    await reader.pictures(`page-${sight.name}-${word}`);
    if (sight.name === "desk") found.push(...(await keyboard(reader)));
    if (bytes > HEAVY) found.push(`it weighs ${bytes} bytes`);
    faults.push(...found.map((what) => `${path} (${sight.name}): ${what}`));
  }
  await skip(reader);
  // A page that is not there answers so, and the console tells it.
  reader.faults = reader.faults.filter((what) => !what.includes("/nothing-here"));
  expect(faults.length === 0, faults.join("\n"));
}

const walks = SIGHTS.map((sight) =>
  journey(`every page on a ${sight.name}`, (reader) => sweep(reader, sight), sight),
);
await Promise.all(walks);
