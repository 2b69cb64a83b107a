// Sends an operation of the reference from the page itself and shows what came back. The page is
// whole without it.

const words = document.querySelector('[data-reference="words"]').dataset;
document.querySelector('[data-reference="hint"]').hidden = false;

function field(name, needed, lines) {
  const label = document.createElement('label');
  label.textContent = name;
  const input = document.createElement(lines ? 'textarea' : 'input');
  input.name = name;
  input.required = needed;
  label.append(' ', input);
  return [label, input];
}

function shown(answer, text) {
  const headers = ['content-type', 'etag', 'location', 'retry-after', 'idempotency-replayed'];
  const told = headers.filter((name) => answer.headers.has(name));
  const head = told.map((name) => `${name}: ${answer.headers.get(name)}`);
  return [`${answer.status} ${answer.statusText}`, ...head, '', text].join('\n');
}

async function send(operation, inputs, body, out) {
  let path = operation.dataset.path;
  const query = new URLSearchParams();
  const headers = {};
  for (const [place, name, input] of inputs) {
    if (input.value === '') continue;
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(input.value));
    else if (place === 'header') headers[name] = input.value;
    else query.set(name, input.value);
  }
  const request = { method: operation.dataset.operation.toUpperCase(), headers };
  if (body) {
    request.body = body.value;
    headers['content-type'] = operation.dataset.takes;
  }
  const asked = `${path}${query.size > 0 ? `?${query}` : ''}`;
  out.textContent = `${request.method} ${asked}`;
  const answer = await fetch(asked, request);
  out.textContent = `${request.method} ${asked}\n\n${shown(answer, await answer.text())}`;
}

// A form is made when an operation is opened first.
function form(operation) {
  if (operation.querySelector('form')) return;
  const made = document.createElement('form');
  made.className = 'desk';
  const inputs = [];
  for (const parameter of operation.querySelectorAll('[data-name]')) {
    const { name, in: place } = parameter.dataset;
    const [label, input] = field(name, 'needed' in parameter.dataset);
    inputs.push([place, name, input]);
    made.append(label);
  }
  let body = null;
  if (operation.dataset.takes) {
    const [label, input] = field(words.body, true, true);
    body = input;
    made.append(label);
  }
  const button = document.createElement('button');
  button.type = 'submit';
  button.textContent = words.send;
  const out = document.createElement('pre');
  out.className = 'desk';
  out.setAttribute('role', 'status');
  out.tabIndex = 0;
  made.append(button);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    send(operation, inputs, body, out).catch((fault) => { out.textContent = String(fault); });
  });
  operation.append(made, out);
}

for (const operation of document.querySelectorAll('[data-operation]')) {
  operation.addEventListener('toggle', () => form(operation));
}
