import { createOAuthAPIClient, createRestAPIClient } from 'masto';

/** What a web client's page does, with the library in it: run in a browser, on an origin of its own. */

const ACTIVITY = 'application/activity+json';
const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** A proof key (RFC 7636). */
async function proof() {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(40)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: base64url(new Uint8Array(digest)) };
}

/** Opens a window in which the person is asked, and waits for what it tells. */
const ask = (address) =>
  new Promise((resolve) => {
    addEventListener('message', ({ data, origin }) => origin === location.origin && resolve(data), { once: true });
    open(address, 'ask', 'popup');
  });

let api;
let token;

window.client = {
  async signIn(url) {
    const { verifier, challenge } = await proof();
    const redirectUri = `${location.origin}/back`;
    const scopes = 'read write follow push';
    const { clientId, clientSecret } = await createRestAPIClient({ url }).v1.apps.create({
      clientName: 'A web client',
      redirectUris: redirectUri,
      scopes,
    });
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: scopes,
      state: 'x1',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    const { code, state } = await ask(`${url}/oauth/authorize?${query}`);
    const given = { clientId, clientSecret, redirectUri, code, codeVerifier: verifier };
    const got = await createOAuthAPIClient({ url }).token.create({ grantType: 'authorization_code', ...given });
    token = got.accessToken;
    api = createRestAPIClient({ url, accessToken: token });
    return { state, who: (await api.v1.accounts.verifyCredentials()).acct };
  },

  async write() {
    const canvas = Object.assign(document.createElement('canvas'), { width: 80, height: 60 });
    canvas.getContext('2d').fillRect(10, 10, 40, 30);
    const file = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    const media = await api.v2.media.create({ file, description: 'a roof' });
    const key = { requestInit: { headers: { 'Idempotency-Key': crypto.randomUUID() } } };
    const once = () => api.v1.statuses.create({ status: '@guild the plans', mediaIds: [media.id] }, key);
    const [post, same] = [await once(), await once()];
    const shown = await new Promise((resolve) => {
      const image = Object.assign(new Image(), { crossOrigin: 'anonymous' });
      image.onload = () => resolve(image.naturalWidth);
      image.onerror = () => resolve('not shown');
      image.src = post.mediaAttachments[0].url;
    });
    const second = await api.v1.statuses.create({ status: '@guild more plans' });
    const ids = [];
    for await (const page of api.v1.timelines.home.list({ limit: 1 })) ids.push(...page.map(({ id }) => id));
    const its = api.v1.statuses.$select(second.id);
    const changed = await its.update({ status: '@guild better plans' });
    await its.remove();
    const gone = await its.fetch().catch((error) => error.message);
    const isInOrder = ids[0] === second.id && ids[1] === post.id;
    return { once: post.id === same.id, shown, isInOrder, changed: changed.content, gone };
  },

  refused: () => api.v1.statuses.create({ status: 'x', visibility: 'private' }).catch((error) => error.message),

  async follow(url, whom) {
    const actor = await (await fetch(`${url}/actors/alice`, { headers: { Accept: ACTIVITY } })).json();
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': ACTIVITY };
    const body = JSON.stringify({ '@context': 'https://www.w3.org/ns/activitystreams', type: 'Follow', object: whom });
    const answer = await fetch(actor.outbox, { method: 'POST', headers, body });
    const inbox = await (await fetch(`${actor.inbox}?page=true`, { headers })).json();
    return { status: answer.status, location: answer.headers.get('Location'), type: inbox.type };
  },
};

// The page that the person is led back to tells the window that opened it: it can only if the server's pages let it.
if (location.pathname === '/back') {
  opener.postMessage(Object.fromEntries(new URLSearchParams(location.search)), location.origin);
  close();
}
