import type { Request } from 'express';
import type { BrowserNoticesModel } from '../../views/parts/browser-notices.ts';
import { BROWSER_ALERTS } from '../api/push/browser.ts';
import { sentenceOf } from '../community/result.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, requireViewer } from './context.ts';
import { languageOf } from './language-of.ts';

const BACK = '/you/quiet#notifications';

/** What browsers are told while no page is open: each is turned on where it is, and off from anywhere. */
export const browserNoticesRoutes: Routes = (parts, router) => {
  const { house, actions, push } = parts;

  router.post('/you/notifications', async (request, response) => {
    const { iri: person } = requireViewer(request);
    const [endpoint, p256dh, auth] = [field(request, 'endpoint'), field(request, 'p256dh'), field(request, 'auth')];
    await house.personLanguages.suggest(person, languageOf(request));
    const done = await actions.subscribeToPush({
      holder: { kind: 'browser', session: request.sessionID },
      ...{ person, endpoint, p256dh, auth },
      ...{ standard: true, alerts: BROWSER_ALERTS, policy: 'all', mayBeSentTo: push.mayBeSentTo },
    });
    if (done.ok) leaveNotice(request, 'done', 'This browser is told from now on.');
    else leaveNotice(request, 'refused', sentenceOf(done.refusal));
    goTo(response, BACK);
  });

  router.post('/you/notifications/off', async (request, response) => {
    const { iri } = requireViewer(request);
    const asked = field(request, 'browser');
    const hers = await house.pushSubscriptions.browsersOf(iri);
    const found = hers.find(({ session }) => house.sessions.idOf(session) === asked);
    if (found !== undefined) await actions.endPush({ holder: { kind: 'browser', session: found.session } });
    leaveNotice(request, 'done', 'Turned off. Nothing is sent there any more.');
    goTo(response, BACK);
  });
};

/** Which of her browsers are told; nothing is said of them but since when. */
export async function browserNoticesModel({ house, push }: PagesParts, request: Request): Promise<BrowserNoticesModel> {
  const { iri } = requireViewer(request);
  const hers = await house.pushSubscriptions.browsersOf(iri);
  const browsers = hers.map(({ session, from }) => ({
    id: house.sessions.idOf(session),
    since: from,
    here: session === request.sessionID,
  }));
  return { key: push.publicKey, browsers };
}
