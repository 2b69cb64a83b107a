// Somebody who does not come by every day follows feeds and calendars: each is what a reader of
// feeds, and a program for calendars that shares nothing with ours, can read.

import { expect, journey, tools } from "./house.mjs";

const ICAL = (await import(tools.resolve("ical.js"))).default;
const PAGES = ["/", "/docket", "/organs", "/sessions/csc", "/matters/kaz-asks", "/status/cst", "/states/KAZ", "/today/KAZ"];

/** Says where a feed departs from what the W3C's validator of feeds looks at (RFC 4287). */
function departures([text, at]) {
  const ATOM = "http://www.w3.org/2005/Atom";
  const page = new DOMParser().parseFromString(text, "application/xml");
  const faults = [];
  const need = (holds, what) => holds || faults.push(what);
  const feed = page.documentElement;
  const broken = page.querySelector("parsererror");
  if (broken) return [broken.textContent];
  const own = (of, name) => [...of.children].filter((one) => one.localName === name);
  const RELATIONS = ["alternate", "self", "related", "enclosure", "via", "next", "prev", "previous", "first", "last", "describedby", "license", "up"];
  const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
  const links = (of, rel) => own(of, "link").filter((one) => (one.getAttribute("rel") ?? "alternate") === rel);
  const look = (of, name) => {
    for (const [element, least] of [["id", 1], ["title", 1], ["updated", 1]]) {
      need(own(of, element).length === least, `${name} has ${own(of, element).length} of ${element}`);
    }
    const id = own(of, "id")[0]?.textContent ?? "";
    need(URL.canParse(id), `${name}: ${id} is no absolute address`);
    const date = own(of, "updated")[0]?.textContent ?? "";
    need(DATE.test(date) && !Number.isNaN(Date.parse(date)), `${name}: ${date} is no date (RFC 3339)`);
    need(own(of, "title")[0]?.textContent.trim(), `${name} has an empty title`);
    need(!/<[a-z!/]/i.test(own(of, "title")[0]?.textContent ?? "") || own(of, "title")[0].getAttribute("type") !== "html", `${name}: its title carries markup`);
    const kinds = links(of, "alternate").map((one) => `${one.getAttribute("type")} ${one.getAttribute("hreflang")}`);
    need(new Set(kinds).size === kinds.length, `${name} has two alternates of one kind`);
    for (const one of own(of, "link")) {
      const href = one.getAttribute("href") ?? "";
      // Without a base, what is retrieved is told from where it was (RFC 3986, section 5.1.3).
      need(href !== "" && URL.canParse(href, at), `${name}: a link leads nowhere`);
      need(RELATIONS.includes(one.getAttribute("rel") ?? "alternate"), `${name}: a link of an unknown kind`);
    }
    need(!/\s/.test(id), `${name}: its id has white space`);
    for (const part of ["title", "subtitle", "summary", "content"].flatMap((one) => own(of, one))) {
      const type = part.getAttribute("type") ?? "text";
      need(type === "xhtml" || part.children.length === 0, `${name}: markup stands in its ${part.localName} unescaped`);
      if (type !== "html") continue;
      const shown = new DOMParser().parseFromString(part.textContent, "text/html");
      need(shown.querySelector("script, style, iframe, object, form, [style]") === null, `${name}: a reader would leave out a part of it`);
      for (const one of shown.querySelectorAll("[href], [src]")) {
        const told = one.getAttribute("href") ?? one.getAttribute("src");
        need(URL.canParse(told), `${name}: ${told} is told from nothing`);
      }
    }
  };
  need(feed.localName === "feed" && feed.namespaceURI === ATOM, "it is no feed of Atom");
  need([...page.querySelectorAll("*")].every((one) => one.namespaceURI === ATOM || one.closest("[type='xhtml']")), "an element is of no known kind");
  look(feed, "the feed");
  const self = links(feed, "self");
  need(self.length === 1 && new URL(self[0].getAttribute("href"), at).href === at, "its own address is not that at which it is");
  const entries = own(feed, "entry");
  const hasAuthor = own(feed, "author").length > 0;
  const seen = new Set();
  for (const entry of entries) {
    const id = own(entry, "id")[0]?.textContent;
    look(entry, `entry ${id}`);
    need(!seen.has(id), `entry ${id} stands twice`);
    seen.add(id);
    need(hasAuthor || own(entry, "author").length > 0, `entry ${id} has no author`);
    need(own(entry, "content").length > 0 || links(entry, "alternate").length > 0, `entry ${id} has neither content nor a page`);
    for (const part of [...own(entry, "content"), ...own(entry, "summary")]) {
      need([null, "text", "html", "xhtml"].includes(part.getAttribute("type")), `entry ${id}: ${part.getAttribute("type")}`);
    }
  }
  const days = [feed, ...entries].map((one) => Date.parse(own(one, "updated")[0]?.textContent ?? ""));
  need(days.every((day, index) => index === 0 || day <= days[index - 1]), "what is newer stands below what is older");
  for (const author of page.getElementsByTagNameNS(ATOM, "author")) {
    need(own(author, "name").length === 1 && own(author, "name")[0].textContent.trim(), "an author has no name");
  }
  return faults;
}

/** Reads a calendar, and returns how many occasions are in it. */
function occasions(text, at) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.name === "vcalendar" && calendar.getFirstPropertyValue("version") === "2.0", `${at} is no calendar`);
  const seen = new Set();
  for (const one of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(one);
    expect(event.uid && !seen.has(event.uid), `${at}: ${event.uid} stands twice`);
    seen.add(event.uid);
    expect(event.summary?.trim() && event.startDate?.isDate, `${at}: ${event.uid} has no name, or no day`);
    expect(event.endDate.compare(event.startDate) > 0, `${at}: ${event.uid} ends before it begins`);
    expect(one.getFirstPropertyValue("dtstamp"), `${at}: ${event.uid} has no stamp`);
    expect(Number.isInteger(event.sequence ?? 0), `${at}: ${event.uid} has no number of its change`);
  }
  return seen.size;
}

async function follows(reader) {
  const { page } = reader;
  const found = { atom: new Set(), ics: new Set() };
  for (const path of PAGES) {
    await reader.goes(path);
    const links = page.locator("a[href*='.atom'], link[href*='.atom'], a[href*='.ics'], link[href*='.ics']");
    for (const href of await links.evaluateAll((all) => all.map((one) => one.href))) {
      found[href.split("?")[0].endsWith(".ics") ? "ics" : "atom"].add(href);
    }
  }
  expect(found.atom.size > 3 && found.ics.size > 1, `too little to follow: ${[...found.atom, ...found.ics]}`);
  const faults = [];
  for (const at of found.atom) {
    const answer = await page.request.get(at);
    const media = answer.headers()["content-type"];
    if (media !== "application/atom+xml; charset=utf-8") faults.push(`${at} comes as ${media}`);
    faults.push(...(await page.evaluate(departures, [await answer.text(), at])).map((what) => `${at}: ${what}`));
  }
  expect(faults.length === 0, faults.join("\n"));
  let all = 0;
  for (const at of found.ics) {
    const answer = await page.request.get(at);
    const media = answer.headers()["content-type"];
    expect(media.startsWith("text/calendar"), `${at} comes as ${media}`);
    all += occasions(await answer.text(), at);
  }
  expect(all > 20, `the calendars hold ${all} occasions`);
}

await journey("somebody follows every feed and calendar", follows);
