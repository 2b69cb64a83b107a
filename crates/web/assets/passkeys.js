// Passkeys: the browser and the device make them, keep them and answer with them; this carries what
// is asked and what is answered. docs/formats/session.md says what a passkey is good for.

const spoken = document.querySelector("[data-passkey-words]");
const WORDS = JSON.parse(spoken.dataset.passkeyWords);

function bytes(text) {
  const raw = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const raw = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(raw).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function answered(path, value) {
  const body = JSON.stringify(value);
  const headers = { "content-type": "application/json" };
  const response = await fetch(path, { method: "POST", credentials: "same-origin", headers, body });
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  throw new Error([problem.detail, problem.hint].filter(Boolean).join(": ") || response.statusText);
}

// Says why a browser gave nothing; what another name is given to is said as it is.
function reason(fault) {
  if (fault.name === "NotAllowedError" || fault.name === "AbortError") return WORDS.left;
  if (fault.name === "InvalidStateError") return WORDS.there;
  return String(fault.message || fault);
}

async function make(name) {
  const { challenge, options } = await answered("/api/v1/challenges/new-passkey", { name });
  const listed = (options.excludeCredentials || []).map((one) => ({ ...one, id: bytes(one.id) }));
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: listed,
  };
  const made = await navigator.credentials.create({ publicKey });
  const response = {
    attestationObject: text(made.response.attestationObject),
    clientDataJSON: text(made.response.clientDataJSON),
  };
  const credential = { id: made.id, rawId: text(made.rawId), type: made.type, response };
  await answered("/api/v1/passkeys", { challenge, credential });
}

async function enter() {
  const { challenge, options } = await answered("/api/v1/challenges/passkey", {});
  const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: [] };
  const given = await navigator.credentials.get({ publicKey });
  const { authenticatorData, clientDataJSON, signature, userHandle } = given.response;
  const response = {
    authenticatorData: text(authenticatorData),
    clientDataJSON: text(clientDataJSON),
    signature: text(signature),
    userHandle: userHandle && text(userHandle),
  };
  const credential = { id: given.id, rawId: text(given.rawId), type: given.type, response };
  await answered("/api/v1/session/passkey", { challenge, credential });
}

const DEEDS = {
  make: async (section, say) => {
    await make(section.querySelector("[name='name']").value);
    say(WORDS.made);
    location.reload();
  },
  enter: async (section, say) => {
    await enter();
    say(WORDS.in);
    location.assign(spoken.dataset.next);
  },
};

function offer(section) {
  const said = section.querySelector("[data-said]");
  const button = section.querySelector("button");
  const say = (what) => { said.textContent = what; };
  section.hidden = false;
  if (!globalThis.PublicKeyCredential) {
    button.disabled = true;
    say(WORDS.unable);
    return;
  }
  const act = async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      await DEEDS[section.dataset.passkey](section, say);
    } catch (fault) {
      say(reason(fault));
    }
    button.disabled = false;
  };
  const form = section.querySelector("form");
  if (form) form.addEventListener("submit", act);
  else button.addEventListener("click", act);
}

document.querySelectorAll("[data-passkey]").forEach(offer);
