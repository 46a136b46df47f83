// Folkmoot: what makes pages smoother where there is JavaScript. Everything here works without it as well: a reply is
// written under what it answers, and what is half written survives a reload. Drafts stay in this tab and go with it.

const DRAFT = 'draft ';
const SENT = 'draft sent';
const SPOKEN = 'spoken';

/** Replies in place: the form at the end of the page goes where the answer belongs. */
function replyInPlace(event) {
  const asked = event.target.closest?.('.acts a[href$="#reply"]');
  const form = document.getElementById('reply');
  const answered = asked?.closest('article.post');
  // Answers that say what came of it, or what is wrong, have forms of their own on the pages that their links lead to.
  if (!answered || !form || /[?&]as=/.test(asked.href) || form.querySelector('input[name="kind"]')) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  form.querySelector('input[name="inReplyTo"]').value = new URL(asked.href).searchParams.get('to');
  form.querySelector('h2').textContent = asked.textContent;
  answered.after(form);
  form.querySelector('textarea').focus();
}

/** What names a field's draft: the page, the form, and the post it answers. */
function nameOf(area) {
  const answered = area.form.querySelector('input[name="inReplyTo"]')?.value ?? '';
  return `${DRAFT}${area.form.getAttribute('action')} ${answered} ${area.name}`;
}

function keepDraft({ target }) {
  if (!(target instanceof HTMLTextAreaElement) || target.form?.method !== 'post') return;
  if (target.value === target.defaultValue) sessionStorage.removeItem(nameOf(target));
  else sessionStorage.setItem(nameOf(target), target.value);
}

/** Once a form was taken its drafts are over; one that came back with errors brings its text itself. */
function noteSent({ target }) {
  const names = [...target.querySelectorAll('textarea')].map(nameOf);
  if (names.length > 0) sessionStorage.setItem(SENT, JSON.stringify(names));
}

function forgetSent() {
  const names = JSON.parse(sessionStorage.getItem(SENT) ?? '[]');
  sessionStorage.removeItem(SENT);
  if (document.querySelector('.error, .notice.refused') === null)
    for (const name of names) sessionStorage.removeItem(name);
}

function bringDraftsBack() {
  for (const area of document.querySelectorAll('main form[method="post"] textarea')) {
    const draft = sessionStorage.getItem(nameOf(area));
    if (draft !== null && area.value === area.defaultValue) area.value = draft;
  }
}

/** What is kept for when there is no network is had anew once the pages speak another language. */
async function sayOffline() {
  const { lang } = document.documentElement;
  const before = localStorage.getItem(SPOKEN);
  if (before === lang) return;
  if (before !== null) (await navigator.serviceWorker.ready).active.postMessage('speaks otherwise');
  localStorage.setItem(SPOKEN, lang);
}

forgetSent();
bringDraftsBack();
document.addEventListener('click', replyInPlace);
document.addEventListener('input', keepDraft);
document.addEventListener('submit', noteSent);
// So that the site can be installed, and says so calmly when there is no network.
navigator.serviceWorker
  ?.register('/sw.js')
  .then(sayOffline)
  .catch(() => undefined);
// Only where somebody can ask to be told of what is new.
if (document.querySelector('.watch') !== null) import('./watch.js').catch(() => undefined);
