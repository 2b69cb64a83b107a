// What every journey has: a browser, a traveller who notices, and a place for pictures.

import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const told = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`\`${name}\` is not told; \`cargo xtask ci browser\` tells it`);
  return value;
};

/** Where the pages are served. */
export const address = new URL(told("SERVANDA_ADDRESS"));
/** The program that serves them. */
export const program = told("SERVANDA_PROGRAM");
const pictures = told("SERVANDA_PICTURES");
/** The packages that journeys use. */
export const tools = createRequire(join(told("SERVANDA_JOURNEY_TOOLS"), "package.json"));
const { chromium } = tools("playwright-core");
const AXE = readFileSync(tools.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** How long a page may take on a machine that does other things as well, in milliseconds. */
const PATIENCE = 60_000;
/** The tallest picture, in pixels. */
const TALL = 4_000;
const SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"];

export const PHONE = { width: 360, height: 780 };
export const DESK = { width: 1440, height: 900 };

/** Fails the journey where something does not hold. */
export function expect(holds, what) {
  if (!holds) throw new Error(what);
}

/** A person with a browser of their own, who notices what a page should not do. */
class Traveller {
  constructor(context, page) {
    this.context = context;
    this.page = page;
    this.address = address;
    this.faults = [];
    page.on("console", (line) => {
      if (line.type() === "error") this.notice(`the console says: ${line.text()}`);
    });
    page.on("pageerror", (fault) => this.notice(`a script failed: ${fault.message}`));
    page.on("request", (request) => {
      const asked = new URL(request.url());
      // A rehearsal is at another port of the host: one goes there, and nothing is loaded from it.
      const own = request.isNavigationRequest() ? asked.origin : new URL(page.url()).origin;
      const isInside = asked.hostname === this.address.hostname && asked.origin === own;
      if (asked.protocol !== "data:" && !isInside) this.notice(`a request leaves the host: ${request.url()}`);
    });
  }

  notice(what) {
    this.faults.push(`${this.page.url()}: ${what}`);
  }

  /** Goes to a path as if it were typed. */
  async goes(path) {
    const answer = await this.page.goto(new URL(path, this.address).href);
    expect(answer.ok(), `${path} answers ${answer.status()}`);
    return answer;
  }

  /** Stays where it is: what is typed from here on is typed there. */
  stays() {
    this.address = new URL("/", this.page.url());
  }

  /** Follows what can be clicked by that name, within a part of the page where one is named. */
  async follows(name, within = "body") {
    const link = this.page.locator(within).getByRole("link", { name, exact: true }).first();
    await Promise.all([this.page.waitForURL(() => true), link.click()]);
    await this.page.waitForLoadState("load");
  }

  /** Presses a button that sends a form. */
  async presses(name, within = "body") {
    const button = this.page.locator(within).getByRole("button", { name, exact: true }).first();
    await Promise.all([this.page.waitForNavigation(), button.click()]);
  }

  /** Chooses the day asked about in the bar. */
  async asOf(day) {
    await this.page.getByLabel("as of", { exact: true }).fill(day);
    await this.presses("Show");
  }

  /** Chooses whose word is followed; none for the whole record. */
  async accordingTo(account) {
    await this.page.getByLabel("according to", { exact: true }).selectOption(account);
    await this.presses("Show");
  }

  /** Expects words in the page's own part. */
  async reads(...words) {
    const text = (await this.page.locator("main").innerText()).replace(/\s+/g, " ");
    for (const word of words) {
      expect(text.includes(word), `${this.page.url()} does not say: ${word}: ${text}`);
    }
  }

  /** Expects that words are not in the page's own part. */
  async doesNotRead(...words) {
    const text = (await this.page.locator("main").innerText()).replace(/\s+/g, " ");
    for (const word of words) {
      expect(!text.includes(word), `${this.page.url()} says: ${word}`);
    }
  }

  /** Takes a picture of the page, as far as anyone would look. */
  async pictures(name) {
    mkdirSync(pictures, { recursive: true });
    const height = await this.page.evaluate(() => document.scrollingElement.scrollHeight);
    const clip = { x: 0, y: 0, width: this.page.viewportSize().width, height: Math.min(height, TALL) };
    await this.page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true, clip });
  }

  /** Says what departs from WCAG 2.2 AA, as far as a program can tell. */
  async departures() {
    await this.page.evaluate(AXE);
    const found = await this.page.evaluate(
      (values) => window.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
      RULES,
    );
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`),
    );
  }
}

/** Walks one journey in a browser of its own, and says how it ended. */
export async function journey(title, walk, { javaScriptEnabled = true, ...how } = {}) {
  const browser = await chromium.launch({
    executablePath: told("SERVANDA_CHROMIUM"),
    args: SWITCHES,
  });
  try {
    const meet = async (more = {}) => {
      const settings = { viewport: DESK, locale: "en-GB", javaScriptEnabled, ...how, ...more };
      const context = await browser.newContext(settings);
      context.setDefaultTimeout(PATIENCE);
      return new Traveller(context, await context.newPage());
    };
    const traveller = await meet();
    await walk(traveller, meet);
    expect(traveller.faults.length === 0, traveller.faults.join("\n"));
    console.log(`  walked: ${title}`);
  } catch (fault) {
    console.log(`  ended early: ${title}\n${fault.message}`);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}
