import type { Request, Response } from 'express';
import { isConfirmed, keepConfirmed } from '../accounts/confirmed.ts';
import { type Result, sentenceOf } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { Routes } from './context.ts';
import { field, leaveNotice, requireViewer, saveSession } from './context.ts';
import { localPath } from './local-path.ts';
import { textFor } from './text-for.ts';

/** What the script of passkeys talks with (`views/assets/passkeys.js`): what to ask of the browser, and its answers. */
export const passkeyRoutes: Routes = (parts, router) => {
  router.post('/sign-in/passkey/begin', async (request, response) => {
    answer(response, await parts.passkeys.beginSignIn(request), (get) => ({ get }));
  });

  router.post('/sign-in/passkey', async (request, response) => {
    const proven = await parts.passkeys.signIn(request, field(request, 'answer'));
    if (!proven.ok) return answer(response, proven);
    // Unlocked by finger, face or PIN on a thing she has: two factors, so no code is asked for.
    await parts.enter(request, proven.value, { standsForCode: true });
    keepConfirmed(request);
    await leadTo(request, response, localPath(field(request, 'next')));
  });

  router.post('/you/ways-in/confirm-key/begin', async (request, response) => {
    const viewer = requireViewer(request);
    answer(response, await parts.passkeys.beginConfirming(request, viewer), (get) => ({ get }));
  });

  router.post('/you/ways-in/confirm-key', async (request, response) => {
    const viewer = requireViewer(request);
    const proven = await parts.passkeys.confirm(request, viewer, field(request, 'answer'));
    if (!proven.ok) return answer(response, proven);
    keepConfirmed(request);
    await leadTo(request, response, '/you/ways-in');
  });

  router.post('/you/ways-in/passkeys/begin', async (request, response) => {
    const viewer = requireViewer(request);
    if (!isConfirmed(request)) return refuse(response);
    const begun = await parts.passkeys.beginAdding(request, viewer, field(request, 'name'));
    answer(response, begun, (create) => ({ create }));
  });

  router.post('/you/ways-in/passkeys', async (request, response) => {
    const viewer = requireViewer(request);
    if (!isConfirmed(request)) return refuse(response);
    const added = await parts.passkeys.add(request, viewer, field(request, 'answer'));
    if (!added.ok) return answer(response, added);
    leaveNotice(request, 'done', 'Your passkey is added. You can sign in by it from now on.');
    await leadTo(request, response, '/you/ways-in');
  });
};

/** What was found, as JSON, or the sentence why not, in its reader's language. */
function answer<Value>(response: Response, result: Result<Value>, say: (value: Value) => object = () => ({})): void {
  if (result.ok) {
    response.json(say(result.value));
    return;
  }
  const { code } = result.refusal;
  if (code === 'too-often') response.set('Retry-After', '900');
  response.status(code === 'too-often' ? 429 : 422).json({ text: textFor(response, sentenceOf(result.refusal)) });
}

function refuse(response: Response): void {
  const text = said`Ten minutes have passed. Load this page again, and show that it is you.`;
  response.status(403).json({ text: textFor(response, text) });
}

/** Where the browser goes on; its session is kept before it does. */
async function leadTo(request: Request, response: Response, to: string): Promise<void> {
  await saveSession(request);
  response.json({ to });
}
