// Folkmoot: tells on an open page that something new has come, once its reader asked for it. It looks at the same page
// once a minute while the page is in front, as a reload would; the server keeps nothing of that. Nothing moves before
// she says that it be shown.

const EVERY_MS = 60_000;
const POSTS = 'main article.post[id]';
const place = document.querySelector('.watch');
const [button, status] = [place.querySelector('button'), place.querySelector('[role="status"]')];
const [start, { stop, nothing, fresh, show }] = [button.textContent, place.dataset];
const WATCHED = `watch ${location.pathname}`;
let timer;
/** The page as it was looked at last. */
let seen = null;

/** The same page now, its posts in their order; `null` where it cannot be had. */
async function look() {
  const response = await fetch(location.pathname + location.search, { headers: { 'Folkmoot-Look': '1' } }).catch(
    () => null,
  );
  if (!response?.ok || response.redirected) return null;
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** A thread that has grown goes on on a page that was not there: where that is, else `undefined`. */
const laterIn = (page) =>
  page.querySelector('.watch') === null ? page.querySelector('a[rel="next"]')?.getAttribute('href') : undefined;
const newIn = (page) => [...page.querySelectorAll(POSTS)].filter(({ id }) => document.getElementById(id) === null);

async function tell() {
  if (document.hidden) return;
  const page = await look();
  if (page === null || timer === undefined) return;
  seen = page;
  const later = laterIn(page);
  const count = newIn(page).length || (later ? 1 : 0);
  const shown = status.firstChild?.nodeValue ?? '';
  const says = count === 0 ? nothing : `${fresh} ${count}${later ? '+' : ''} `;
  // What has been said is not said again, to those who hear it.
  if (says === shown) return;
  status.textContent = says;
  if (count > 0)
    status.append(
      Object.assign(document.createElement('button'), { type: 'button', className: 'plain', textContent: show }),
    );
}

/** Puts what is new where it stands on the page as it is now; what is on this one stays, half-written answers as well. */
function bringIn() {
  const later = laterIn(seen);
  if (later && newIn(seen).length === 0) return location.assign(later);
  const all = [...seen.querySelectorAll(POSTS)];
  const added = newIn(seen);
  const anchored = all.some(({ id }) => document.getElementById(id) !== null);
  const isFirstReply = document.getElementById('reply') !== null && document.querySelectorAll(POSTS).length === 1;
  if (!anchored || isFirstReply) return location.reload();
  for (const one of added) {
    const at = all.indexOf(one);
    const before = at > 0 ? document.getElementById(all[at - 1].id) : null;
    if (before) before.after(document.importNode(one, true));
    else document.querySelector(POSTS).before(document.importNode(one, true));
  }
  status.textContent = nothing;
  const first = document.getElementById(added[0]?.id);
  if (first) Object.assign(first, { tabIndex: -1 }).focus();
}

function turn(on) {
  clearInterval(timer);
  timer = on ? setInterval(tell, EVERY_MS) : undefined;
  button.textContent = on ? stop : start;
  status.textContent = on ? nothing : '';
  if (on) sessionStorage.setItem(WATCHED, '1');
  else sessionStorage.removeItem(WATCHED);
}

place.hidden = false;
button.addEventListener('click', () => turn(timer === undefined));
status.addEventListener('click', ({ target }) => target.closest('button') && bringIn());
document.addEventListener('visibilitychange', () => timer !== undefined && tell());
// As long as this tab is open she need not ask again.
if (sessionStorage.getItem(WATCHED) !== null) turn(true);
