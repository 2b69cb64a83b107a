// Verifies the log here: fetches the checkpoint and every entry, reckons the root (RFC 6962,
// section 2.1) and looks at the signature (C2SP signed-note). It trusts nothing that the page says
// but the key, which a reader compares with the one the depositary published elsewhere.

const place = document.getElementById('verify');
const told = document.getElementById('verified');
const button = place.querySelector('button');
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const sha256 = async (...parts) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()));
const equal = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

async function fetched(path) {
  const answer = await fetch(path, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

// The path of a bundle of entries: three digits at a time, all but the last with an x.
function bundlePath(index, width) {
  const digits = String(index).padStart(3 * Math.ceil(String(index).length / 3), '0');
  const groups = digits.match(/.{3}/g);
  const name = groups.map((group, at) => (at + 1 < groups.length ? `x${group}` : group)).join('/');
  return `/log/tile/entries/${name}${width < 256 ? `.p/${width}` : ''}`;
}

async function leaves(size) {
  const hashes = [];
  for (let first = 0; first < size; first += 256) {
    const width = Math.min(256, size - first);
    const bundle = new Uint8Array(await (await fetched(bundlePath(first / 256, width))).arrayBuffer());
    for (let at = 0; at < bundle.length;) {
      const length = (bundle[at] << 8) | bundle[at + 1];
      hashes.push(await sha256(Uint8Array.of(0), bundle.subarray(at + 2, at + 2 + length)));
      at += 2 + length;
    }
    told.textContent = place.dataset.reading.replace('%', String(hashes.length)).replace('%', String(size));
  }
  if (hashes.length !== size) throw new Error(`${hashes.length} / ${size}`);
  return hashes;
}

// Levels of the tree: what has no neighbour goes up as it is.
async function root(level) {
  if (level.length === 0) return sha256();
  while (level.length > 1) {
    const above = [];
    for (let at = 0; at < level.length; at += 2) {
      above.push(at + 1 < level.length ? await sha256(Uint8Array.of(1), level[at], level[at + 1]) : level[at]);
    }
    level = above;
  }
  return level[0];
}

async function isSigned(checkpoint, key) {
  const [name, id, material] = key.split('+', 2).concat(key.split('+').slice(2).join('+'));
  const text = checkpoint.slice(0, checkpoint.indexOf('\n\n') + 1);
  const lines = checkpoint.slice(checkpoint.indexOf('\n\n') + 2).split('\n');
  const line = lines.find((one) => one.startsWith(`— ${name} `));
  if (!line) return false;
  const signature = bytes(line.slice(line.lastIndexOf(' ') + 1));
  const named = [...signature.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (named !== id) return false;
  const publicKey = await crypto.subtle.importKey('raw', bytes(material).subarray(1), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', publicKey, signature.subarray(4), new TextEncoder().encode(text));
}

async function verify() {
  const checkpoint = await (await fetched('/log/checkpoint')).text();
  const [origin, size, printed] = checkpoint.split('\n');
  if (origin !== place.dataset.origin) return place.dataset.otherRoot;
  const reckoned = await root(await leaves(Number(size)));
  if (!equal(reckoned, bytes(printed))) return place.dataset.otherRoot;
  if (!(await isSigned(checkpoint, place.dataset.key))) return place.dataset.unsigned;
  const hex = [...reckoned].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return place.dataset.holds.replace('%', size).replace('%', hex);
}

button.hidden = false;
button.addEventListener('click', async () => {
  button.disabled = true;
  try {
    told.textContent = await verify();
  } catch (fault) {
    told.textContent = `${place.dataset.fault} ${fault.message}`;
  }
  button.disabled = false;
});
