// Shows what is new while a page is open: the server tells of each act and of each new day, the
// page is asked for again, and its live parts take the place of the old ones. Focus and place stay.

const place = document.getElementById('live');
const shown = { acts: Number(place.dataset.acts), day: place.dataset.day };
let asking = Promise.resolve();
let planned = false;
let saying;

// What tells a stop of the keyboard from others, however the page around it changes.
const named = (one) => [one.tagName, one.getAttribute('href'), one.id, one.textContent].join('\n');

function replace(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  const key = held && named(held);
  const nodes = [...fresh.childNodes];
  const isLike = old.childNodes.length === nodes.length;
  // What did not change stays as it is, open or scrolled.
  if (isLike) [...old.childNodes].forEach((node, at) => node.isEqualNode(nodes[at]) || node.replaceWith(nodes[at]));
  else old.replaceChildren(...nodes);
  if (!held || held.isConnected) return;
  const stops = [...old.querySelectorAll('a[href], button, [tabindex]')];
  (stops.find((one) => named(one) === key) ?? document.getElementById('main')).focus({ preventScroll: true });
}

// The days that are left until a last day: a decoration beside the day itself.
function countDown() {
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' });
  for (const due of document.querySelectorAll('[data-live] time[data-due]')) {
    due.parentNode.querySelector('.left')?.remove();
    const left = Math.round((Date.parse(due.dateTime) - Date.parse(shown.day)) / 86_400_000);
    const said = document.createElement('span');
    said.className = 'left quiet';
    said.setAttribute('aria-hidden', 'true');
    said.textContent = ` (${words.format(left, 'day')})`;
    due.after(said);
  }
}

// The bar above says which day the page is about.
function turnBar(fresh) {
  for (const wanted of ['#on', '.sv-step:first-of-type', '.sv-step:last-of-type']) {
    const [old, other] = [document, fresh].map((page) => page.querySelector(`.sv-bar ${wanted}`));
    if (!old || !other || old === document.activeElement) continue;
    for (const { name, value } of other.attributes) old.setAttribute(name, value);
    if ('value' in old) old.value = other.value;
  }
}

async function refresh() {
  const answer = await fetch(location.href, { cache: 'no-cache' });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const told = fresh.getElementById('live');
  if (!told) return;
  const isNewDay = told.dataset.day !== shown.day;
  const [x, y] = [window.scrollX, window.scrollY];
  for (const left of document.querySelectorAll('[data-live] .left')) left.remove();
  for (const old of document.querySelectorAll('[data-live]')) {
    const part = fresh.querySelector(`[data-live="${old.dataset.live}"]`);
    if (part) replace(old, part);
  }
  if (isNewDay) turnBar(fresh);
  [shown.acts, shown.day] = [Number(told.dataset.acts), told.dataset.day];
  countDown();
  window.scrollTo(x, y);
  place.textContent = isNewDay ? place.dataset.turned : place.dataset.grown;
  clearTimeout(saying);
  saying = setTimeout(() => place.replaceChildren(), 15_000);
}

// Acts that come together are shown together.
function plan() {
  if (planned) return;
  planned = true;
  setTimeout(() => {
    planned = false;
    asking = asking.then(refresh).catch(() => {});
  }, 200);
}

const matter = place.dataset.matter;
const events = new EventSource(`/events${matter ? `?matter=${encodeURIComponent(matter)}` : ''}`);
events.addEventListener('start', ({ data }) => {
  const { acts, day } = JSON.parse(data);
  if (acts !== shown.acts || day !== shown.day) plan();
});
events.addEventListener('act', plan);
events.addEventListener('day', plan);
countDown();
