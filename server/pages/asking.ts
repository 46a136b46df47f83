import { askedPage, requestsPage } from '../../views/pages/sign-up.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { letIn, letsIn, requestsFor, turnAway } from '../accounts/let-in.ts';
import { personIri } from '../community/ids.ts';
import { sentenceOf } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, requireViewer, shellOf, show } from './context.ts';
import { param } from './governed.ts';

const STATES = ['letter', 'operator', 'member'] as const;

/** Accounts that were asked for: what whoever asked does next, and the members who let her in. */
export const askingRoutes: Routes = (parts, router) => {
  const { house } = parts;

  router.get('/sign-up/asked/:state', (request, response) => {
    const state = STATES.find((one) => one === param(request, 'state'));
    if (state === undefined) throw new NotFound('There is no such page.');
    show(response, askedPage({ shell: shellOf(parts, request), state, form: EMPTY_FORM }));
  });

  router.post('/sign-up/again', async (request, response) => {
    const username = field(request, 'username').trim().slice(0, 100);
    const wait = await parts.throttle.waitToSignUp(request.ip ?? '');
    if (wait !== null) {
      response.set('Retry-After', String(wait));
      const form = { values: { username }, errors: {}, error: said`That was often. Wait an hour, then try again.` };
      return show(response, askedPage({ shell: shellOf(parts, request), state: 'letter', form }), 429);
    }
    const applicant = await house.applicants.byName(username);
    if (applicant?.wanted !== undefined) await house.applicants.readdress(applicant.iri, applicant.wanted.address);
    house.wake();
    // The same for a name that nobody has asked for.
    leaveNotice(request, 'done', 'If an account of that name waits for its address, another letter is on its way.');
    goTo(response, '/sign-up/asked/letter');
  });

  router.get('/sign-up/requests', async (request, response) => {
    const viewer = requireViewer(request);
    if (!(await letsIn(house, viewer.iri))) throw new NotFound('There is no such page.');
    const asking = await requestsFor(house, viewer.iri);
    const requests = asking.map(({ iri, username, sentence, at: since }) => ({ iri, username, sentence, since }));
    show(response, requestsPage({ shell: shellOf(parts, request), requests }));
  });

  router.post('/sign-up/requests', async (request, response) => {
    const viewer = requireViewer(request);
    const ask = { applicant: personIri(field(request, 'person')), by: viewer.iri };
    const admits = field(request, 'answer') === 'admit';
    const decided = admits ? await letIn(house, ask) : await turnAway(house, ask);
    if (decided.ok)
      leaveNotice(
        request,
        'done',
        admits ? said`${decided.value} was let in.` : said`${decided.value} was turned away.`,
      );
    else leaveNotice(request, 'refused', sentenceOf(decided.refusal));
    goTo(response, decided.ok || decided.refusal.code !== 'not-a-member' ? '/sign-up/requests' : '/communities');
  });
};
