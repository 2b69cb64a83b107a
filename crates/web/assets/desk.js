// The desk in the browser: keys are made here, kept here, and sign here. None can be taken out.
// Every page works without this script; docs/formats/session.md says what is signed.

const ED25519 = { name: "Ed25519" };
const SIGN_IN = "servanda.sign-in/v1\n";
const ACT = "servanda.act/v1\n";
const bytesOf = (text) => new TextEncoder().encode(text);
const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

// What is said, in the language of the page; and where its links lead.
const spoken = document.querySelector("[data-words]");
const WORDS = spoken ? JSON.parse(spoken.dataset.words) : {};
const LINKS = spoken ? JSON.parse(spoken.dataset.links) : {};
const word = (id) => WORDS[id] || id;
const link = (path) => LINKS[path] || path;

const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

// The store of keys.

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function drawer(mode) {
  const opening = indexedDB.open("servanda", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("keys", { keyPath: "digest" });
  const base = await settled(opening);
  return base.transaction("keys", mode).objectStore("keys");
}

async function kept() {
  return settled((await drawer("readonly")).getAll());
}

async function keep(key) {
  return settled((await drawer("readwrite")).add(key));
}

// Keys (c2sp.org/signed-note): NAME+ID+BASE64(1 || public key).

async function pair() {
  const made = await crypto.subtle.generateKey(ED25519, false, ["sign", "verify"]);
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", made.publicKey));
  return { secret: made.privateKey, raw, digest: hex(await sha256(raw)) };
}

async function make(name, role, party) {
  const [now, next] = [await pair(), await pair()];
  const id = (await sha256(new Uint8Array([...bytesOf(name), 10, 1, ...now.raw]))).slice(0, 4);
  const line = `${name}+${hex(id)}+${base64([1, ...now.raw])}`;
  const key = { name, role, party, id, line, digest: now.digest, secret: now.secret };
  await keep({ ...key, next: next.digest, nextSecret: next.secret, nextRaw: next.raw });
  return key;
}

// Signs the bytes of a text that begins as it must, and returns the signature line.
async function sign(key, text, header) {
  if (!text.startsWith(header)) throw new Error(word("beginning"));
  const signature = new Uint8Array(await crypto.subtle.sign(ED25519, key.secret, bytesOf(text)));
  return `\u2014 ${key.name} ${base64([...key.id, ...signature])}\n`;
}

// The page.

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function button(text, act, say) {
  const made = element("button", text, { type: "button" });
  made.addEventListener("click", async () => {
    made.disabled = true;
    try {
      await act();
    } catch (fault) {
      say(String(fault.message || fault));
    }
    made.disabled = false;
  });
  return made;
}

async function answered(path, options) {
  const response = await fetch(path, { method: "POST", credentials: "same-origin", ...options });
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  throw new Error([problem.detail, problem.hint].filter(Boolean).join(": ") || response.statusText);
}

// Returns the keys of this browser that the log has in use.
async function inUse() {
  const response = await fetch("/api/v1/keys", { credentials: "same-origin" });
  const listed = response.ok ? (await response.json()).keys : [];
  const found = [];
  for (const key of await kept()) {
    const enrolled = listed.find((other) => other.digest === key.digest && other.ended === null);
    if (enrolled) found.push({ ...key, enrolled });
  }
  return found;
}

async function offer(section, verb, act) {
  const say = (text) => { section.querySelector("[data-said]").textContent = text; };
  const keys = await inUse();
  const list = section.querySelector("[data-keys]");
  for (const key of keys) {
    const whose = [word(key.enrolled.role), key.enrolled.party].filter(Boolean).join(" ");
    list.append(button(`${word(verb)} ${key.name} (${whose})`, () => act(key, say), say));
  }
  if (keys.length === 0) {
    say(`${word("no-key")} `);
    const make = element("a", word("make-one"), { href: `${link("/keys")}#make` });
    section.querySelector("[data-said]").append(make);
  }
}

async function signIn(key, say) {
  const challenge = await (await answered("/api/v1/challenges")).text();
  const note = `${challenge}\n${await sign(key, challenge, SIGN_IN)}`;
  await answered("/api/v1/session", { body: note, headers: { "content-type": "text/plain" } });
  say(word("in"));
  location.assign(link("/acts/new"));
}

async function signAct(key, say) {
  const shown = document.querySelector("[data-text]");
  const text = shown.textContent;
  if (hex(await sha256(bytesOf(text))) !== shown.dataset.id) {
    throw new Error(word("other-text"));
  }
  const note = document.querySelector("#note");
  const before = note.value.startsWith(`${text}\n`) ? note.value : `${text}\n`;
  note.value = before + (await sign(key, text, ACT));
  say(word("signed"));
  note.form.querySelector("button").focus();
}

// The page of keys.

function ready() {
  const said = element("p", `${word("enrolled")} `);
  said.append(element("a", word("sign-in"), { href: link("/sign-in") }));
  return said;
}

function card(section, key, enrolled, say) {
  const whose = key.role === "depositary" ? "" : key.role === "person"
    ? ` --party ${key.party} --person` : ` --party ${key.party}`;
  const enrol = key.role === "depositary" ? " --depositary" : whose;
  const box = element("div", "", { class: "key-card" });
  box.append(element("h4", key.name));
  const list = element("dl", "", { class: "plain" });
  for (const [term, value] of [["key", key.line], ["next", key.next], ["digest", key.digest]]) {
    const row = element("div");
    row.append(element("dt", word(term)), element("dd"));
    row.lastChild.append(element("code", value));
    list.append(row);
  }
  box.append(list);
  if (enrolled) {
    box.append(ready());
    return box;
  }
  box.append(element("p", word("enrols")));
  const command = `servanda key enrol${enrol} --key '${key.line}' --next ${key.next} --log LOG --keys servanda.key --out enrol.act`;
  box.append(element("pre", command, { class: "desk", lang: "en" }));
  if (section.dataset.rehearses === "yes" && key.role !== "person") {
    const whose = key.role === "depositary" ? { role: key.role } : { party: key.party };
    const body = JSON.stringify({ ...whose, key: key.line });
    const headers = { "content-type": "application/json" };
    const enrol = button(word("enrol-here"), async () => {
      await answered("/api/v1/rehearsal/enrol", { body, headers });
      enrol.replaceWith(ready());
      say(`${key.name}: ${word("enrolled")}`);
    }, say);
    box.append(enrol);
  }
  return box;
}

async function makeKeys(section) {
  const say = (text) => { section.querySelector("[data-said]").textContent = text; };
  const list = section.querySelector("[data-keys]");
  const show = async () => {
    const known = new Set((await inUse()).map((key) => key.digest));
    const cards = (await kept()).map((key) => card(section, key, known.has(key.digest), say));
    list.replaceChildren(...cards);
  };
  section.querySelector("[data-make]").addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const [role, party] = [form.get("role"), form.get("party")];
    const own = role === "depositary" ? "officer" : party.toLowerCase();
    const name = (form.get("name") || "").trim() || `${section.dataset.origin}/${own}`;
    if (/[\s+]/u.test(name)) return say(word("name"));
    try {
      await make(name, role, party);
      await show();
      say(word("made"));
    } catch (fault) {
      say(`${word("no-keys")} (${fault.message || fault})`);
    }
  });
  await show();
}

const SECTIONS = {
  "sign-in": (section) => offer(section, "sign-in-with", signIn),
  sign: (section) => offer(section, "sign-with", signAct),
  make: makeKeys,
};

async function begin() {
  const carried = location.hash.match(/^#note=([\w-]+)$/);
  const note = document.querySelector("#note");
  if (carried && note) {
    const raw = atob(carried[1].replaceAll("-", "+").replaceAll("_", "/"));
    note.value = new TextDecoder().decode(Uint8Array.from(raw, (letter) => letter.charCodeAt(0)));
    history.replaceState(null, "", location.pathname);
  }
  if (!globalThis.isSecureContext || !globalThis.indexedDB) return;
  for (const section of document.querySelectorAll("[data-desk]")) {
    section.hidden = false;
    await SECTIONS[section.dataset.desk](section);
  }
}

begin();
