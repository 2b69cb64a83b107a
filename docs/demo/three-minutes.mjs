// The demonstration of three minutes on the default start, every line a click.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { address, expect, journey, program } from "../../crates/web/journeys/house.mjs";
import { communicates, drafts, enters, plays, sends } from "../../crates/web/journeys/players.mjs";

/** Nine become six overnight: the term ended, and no withdrawal is found. */
async function overnight(guest) {
  const { page } = guest;
  const parties = () => page.locator("main table").first().locator(".mark.is-party").count();
  await guest.goes("/");
  await guest.follows("Treaties", "nav");
  await page.locator("main table a[href^='/status/cst']").first().click();
  await guest.asOf("1999-04-20");
  expect((await parties()) === 9, "there are not nine parties on 20 April 1999");
  await guest.pictures("demo-1-nine");
  await page.getByRole("link", { name: "the day after: 21 April 1999" }).click();
  await guest.reads("the term ended and was not extended");
  expect((await parties()) === 6, "there are not six parties on 21 April 1999");
  await guest.pictures("demo-1-six");
  await page.locator("tr", { hasText: "Georgia" }).getByRole("link", { name: /^why/ }).first().click();
  await guest.reads("no withdrawal is found in this record");
  for (const account of ["s000", "s001", "s002", "s003"]) await guest.accordingTo(account);
}

/** June 2009: adopted under one reading, not under the other. */
async function readings(guest) {
  const { page } = guest;
  await guest.goes("/organs");
  await guest.asOf("2009-06-14");
  await guest.follows("decides: how the Collective Security Council decides", "main");
  await page.getByLabel("Belarus", { exact: true }).selectOption("absent");
  await guest.presses("Count", "main");
  await guest.reads("objection: adopted", "presence: not adopted", "It binds");
  await guest.pictures("demo-2-readings");
}

/** Two requests side by side, and the one under the wording of the other. */
async function wordings(guest) {
  const { page } = guest;
  await guest.goes("/docket");
  await page.locator("tr", { hasText: "21 July 2010" }).getByRole("link").first().click();
  await guest.follows("Beside another matter", "main");
  await page.getByLabel("the other", { exact: true }).selectOption("kaz-asks");
  await guest.presses("Compare", "main");
  await guest.reads("They part at the step decide");
  await guest.pictures("demo-3-beside");
  await guest.follows("Mutual assistance", "main");
  await guest.follows("What if another wording of the article had counted?", "main");
  await page.getByRole("link", { name: "suppose this wording" }).nth(1).click();
  await guest.reads("cst.4 is replaced", "as supposed");
  await guest.pictures("demo-3-what-if");
}

/** A request in a rehearsal: what is missing, an objection, its withdrawal, the decision. */
async function rehearsed(guest) {
  const { page } = guest;
  await enters(guest);
  await guest.pictures("demo-4-rehearsal");
  await plays(guest, "KGZ");
  await drafts(guest, "open:assistance", {
    what: "Help against an armed attack",
    about: "about KGZ",
    person: "A guest",
    capacity: "as head-of-state",
  });
  await guest.reads("It opens the matter Mutual assistance", "cst.4");
  const { note } = await sends(guest, " KGZ)");
  const label = note.match(/#([\w-]+)/)[1];
  const matter = async () => guest.goes(`/matters/${label}`);
  await matter();
  await guest.reads("decide Collective Security Council its turn");
  await guest.pictures("demo-4-missing");

  await plays(guest, "KAZ");
  const objected = await communicates(guest, "KAZ", `vote:${label}`, { vote: "object" });
  await matter();
  await guest.reads("Kazakhstan", "objected in the vote");
  await communicates(guest, "KAZ", `revoke:${objected.note.match(/#(kaz-vote[\w-]+)/)[1]}`, {});
  await plays(guest, "officer");
  await communicates(guest, "officer", `decide:${label}`, {
    what: "Sends collective forces to Kyrgyzstan",
    for: ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"],
    outcome: "adopted",
  });
  await matter();
  await guest.reads("notify anyone", "due by");
  await guest.pictures("demo-4-adopted");
}

/** Runs a program, and returns how it ended and what it said. */
function told(command, ...words) {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: "utf8" });
  return { status, said: `${stdout}${stderr}` };
}

/** A member's own witness computes all of it again; of one changed byte the verifier says where. */
async function witnessed(guest) {
  await guest.goes("/");
  await guest.follows("For a member\u2019s auditor", "main");
  const root = await guest.page.locator("dl.plain code.digits").first().innerText();
  const place = mkdtempSync(join(tmpdir(), "servanda-demo-"));
  try {
    const own = (name) => join(place, name);
    const mirror = ["--log", `sqlite:${own("mirror.db")}`];
    const keys = ["--keys", own("witness.key"), "--name", "kazakhstan.example", "--once"];
    const seen = execFileSync(program, ["witness", "--of", address.origin, ...mirror, ...keys], { encoding: "utf8" });
    const found = Buffer.from(seen.match(/root (\S+)/)[1], "base64").toString("hex");
    expect(found === root, `the witness found another root than the page shows: ${seen}`);
    const script = join(import.meta.dirname, "../verifier/verify.py");
    const python = process.env.SERVANDA_PYTHON;
    if (!python) return console.log("  without Python: no package `cryptography` is here");
    execFileSync(program, ["log", "backup", own("copy.db"), ...mirror]);
    const whole = told(python, "-B", script, own("copy.db"));
    expect(whole.status === 0, `the copy does not verify: ${whole.said}`);
    const bytes = readFileSync(own("copy.db"));
    bytes[bytes.indexOf("request assistance by KAZ")] ^= 1;
    writeFileSync(own("copy.db"), bytes);
    const changed = told(python, "-B", script, own("copy.db"));
    expect(changed.status === 1 && /entry \d+/.test(changed.said), `one byte passes: ${changed.said}`);
    const [, entry] = changed.said.match(/entry (\d+)/);
    const text = await (await guest.page.request.get(`${address.origin}/log/entry/${entry}`)).text();
    expect(text.includes("request assistance by KAZ"), `the verifier names entry ${entry}: ${text}`);
  } finally {
    rmSync(place, { recursive: true });
  }
}

const read = async () => {
  await journey("1: nine become six overnight", overnight);
  await journey("2: adopted under one reading, not under the other", readings);
  await journey("3: two requests, and one under the wording of the other", wordings);
};
const played = async () => {
  await journey("4: a request, an objection, its withdrawal, a decision, all invented", rehearsed);
  await journey("5: a witness computes it again, and one byte is found", witnessed);
};
await Promise.all([read(), played()]);
