// Folkmoot: stands beside the pages of this site in the browser. It keeps one page, which says that there is no
// network, and nothing of what anybody reads or writes.

const KEPT = 'offline-1';

addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((cache) => cache.add('/offline'))
      .then(() => skipWaiting()),
  );
});

addEventListener('activate', (event) => {
  const others = caches
    .keys()
    .then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name))));
  event.waitUntil(others.then(() => clients.claim()));
});

// The page that is kept speaks as the others do: they say when their reader has chosen another language.
addEventListener('message', (event) => {
  if (event.data === 'speaks otherwise') event.waitUntil(caches.open(KEPT).then((cache) => cache.add('/offline')));
});

addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate' || event.request.method !== 'GET') return;
  event.respondWith(fetch(event.request).catch(() => caches.match('/offline')));
});

// What the server tells while no page is open. It says a title, a line and the page where it is read; browsers ask that
// something is shown each time, so what cannot be read is shown as that there is something.
const here = (path) => new URL(path, self.location.origin);

addEventListener('push', (event) => {
  let said = {};
  try {
    said = event.data?.json() ?? {};
  } catch {}
  const { title, body = '', path = '/notices', lang = '' } = said;
  const shown = { body, lang, icon: '/assets/icon-192.png', tag: 'folkmoot', data: { path } };
  event.waitUntil(self.registration.showNotification(title || self.location.host, shown));
});

addEventListener('notificationclick', (event) => {
  event.notification.close();
  const page = here(event.notification.data?.path ?? '/notices');
  // Only pages of this site, whatever a message says.
  const url = page.origin === self.location.origin ? page.href : here('/notices').href;
  event.waitUntil(opened(url));
});

/** The page where it stands, in a tab that shows it already, or in a new one. */
async function opened(url) {
  const tabs = await clients.matchAll({ type: 'window' });
  const there = tabs.find((tab) => tab.url === url);
  return there === undefined ? clients.openWindow(url) : there.focus();
}
