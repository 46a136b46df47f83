// Folkmoot: passkeys. The browser makes and uses the keys; this hands it what the server asks, and the server what it
// answers. Forms with data-begin are shown where the browser can do that; elsewhere the sentence beside them stays. What
// it says is in the page's language: the page hands it over.

const { PublicKeyCredential: Credential } = globalThis;
const able =
  typeof Credential?.parseCreationOptionsFromJSON === 'function' &&
  typeof Credential.parseRequestOptionsFromJSON === 'function' &&
  typeof Credential.prototype.toJSON === 'function';

const WORDS = JSON.parse(document.querySelector('script[data-words]').dataset.words);
/** By the names that browsers give to what went wrong (WebAuthn §5.1.3, §5.1.4). */
const WHY = {
  NotAllowedError: WORDS.none,
  InvalidStateError: WORDS.already,
  SecurityError: WORDS.elsewhere,
};

/** What went wrong, in a sentence for whoever is there. */
class Told extends Error {}

/** Sends a form's fields; the answer, or an error with the sentence to show. */
async function post(path, fields) {
  let response;
  try {
    response = await fetch(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Accept: 'application/json' },
    });
  } catch {
    throw new Told(WORDS.lost);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Told(answer.text ?? answer.message ?? WORDS.refused);
  return answer;
}

/** Makes a key, or signs with one, as the server asks: JSON to send back. */
async function asked({ create, get }) {
  const credential = create
    ? await navigator.credentials.create({ publicKey: Credential.parseCreationOptionsFromJSON(create) })
    : await navigator.credentials.get({ publicKey: Credential.parseRequestOptionsFromJSON(get) });
  return JSON.stringify(credential);
}

async function go(form) {
  const fields = Object.fromEntries(new FormData(form));
  const answer = await asked(await post(form.dataset.begin, fields));
  const { to } = await post(form.action, { ...fields, answer });
  location.assign(to);
}

for (const form of document.querySelectorAll('form[data-begin]')) {
  const instead = form.nextElementSibling;
  const said = form.querySelector('[role=alert]');
  const button = form.querySelector('button');
  form.hidden = !able;
  instead.hidden = able;
  if (!able) instead.textContent = WORDS.unable;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    said.textContent = '';
    button.disabled = true;
    try {
      await go(form);
    } catch (error) {
      said.textContent = error instanceof Told ? error.message : (WHY[error.name] ?? WORDS.failed);
    } finally {
      button.disabled = false;
    }
  });
}
