// Folkmoot: notifications in this browser. The form is shown where the browser can be told; it asks the browser's push
// service for an address and sends that, with the browser's own key, as any form is sent. Elsewhere the sentence beside
// it stays.

const form = document.querySelector('form[data-push-key]');
const able = navigator.serviceWorker !== undefined && 'PushManager' in globalThis && 'Notification' in globalThis;

/** The key by which the push service knows this server (RFC 8292), as browsers take it. */
const keyIn = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

/** A new address each time: one from before may be known to whoever used this browser then. */
async function addressOf(registration) {
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const applicationServerKey = keyIn(form.dataset.pushKey);
  return (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })).toJSON();
}

async function turnOn(event) {
  event.preventDefault();
  const wrong = form.querySelector('.error');
  wrong.textContent = '';
  if ((await Notification.requestPermission()) !== 'granted') {
    wrong.textContent = form.dataset.denied;
    return;
  }
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { endpoint, keys } = await addressOf(await navigator.serviceWorker.ready);
    for (const [name, value] of Object.entries({ endpoint, ...keys })) form.elements.namedItem(name).value = value;
    form.submit();
  } catch {
    wrong.textContent = form.dataset.failed;
  }
}

if (form && able) {
  form.hidden = false;
  form.nextElementSibling.hidden = true;
  form.addEventListener('submit', (event) => void turnOn(event));
}
