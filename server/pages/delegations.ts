import type { Request } from 'express';
import { delegationsPage } from '../../views/pages/delegations.ts';
import { personNamed } from '../actions/actor-named.ts';
import type { PersonIri } from '../community/ids.ts';
import { personIri } from '../community/ids.ts';
import { sentenceOf } from '../community/result.ts';
import { givenTo, holds } from '../governance/delegations/delegation.ts';
import type { Delegation } from '../governance/delegations/state.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, requireViewer, shellOf, show } from './context.ts';
import type { Governed } from './governed.ts';
import { governedBy } from './governed.ts';
import { namesIn } from './models/names.ts';

/** Pages about delegations: to give one, to take it back, to see one's own. */
export const delegationsRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/delegations', async (request, response) => {
    const { governed, path } = await membersPage(parts, request);
    const { brief, state, now } = governed;
    const viewer = requireViewer(request).iri;
    const { delegationDays, delegationsPerDelegate } = state.charter.parameters;
    const given = state.delegations.get(viewer);
    const own = given !== undefined && holds(state, given, now) ? given : null;
    const forOthers = givenTo(state, viewer, now);
    const nameOf = await namesIn(parts.house, state, [...(own ? [own.to] : []), ...forOthers.map(({ by }) => by)]);
    const shown = (person: PersonIri, { until }: Delegation) => ({ author: nameOf(person), until });
    const page = delegationsPage({
      shell: shellOf(parts, request),
      community: brief,
      path,
      days: delegationDays,
      most: delegationsPerDelegate,
      ...(own === null ? {} : { mine: shown(own.to, own) }),
      forOthers: forOthers.map((one) => shown(one.by, one)),
    });
    show(response, page);
  });

  router.post('/communities/:handle/delegations', async (request, response) => {
    const { governed, path } = await membersPage(parts, request);
    const to = await personBy(parts, field(request, 'delegate'));
    const community = governed.community.iri;
    const by = requireViewer(request).iri;
    const given = await parts.actions.giveDelegation({ community, by, to: to ?? personIri('') });
    if (!given.ok) leaveNotice(request, 'refused', sentenceOf(given.refusal));
    else {
      leaveNotice(request, 'done', 'They vote for you where you do not vote yourself.');
      await parts.settle();
    }
    goTo(response, path);
  });

  router.post('/communities/:handle/delegations/end', async (request, response) => {
    const { governed, path } = await membersPage(parts, request);
    const by = requireViewer(request).iri;
    const ended = await parts.actions.takeBackDelegation({ community: governed.community.iri, by });
    if (ended.ok) leaveNotice(request, 'done', 'You vote for yourself again.');
    else leaveNotice(request, 'refused', sentenceOf(ended.refusal));
    goTo(response, path);
  });
};

/** Only members have delegations to see or to give. */
async function membersPage(
  parts: PagesParts,
  request: Request,
): Promise<{ readonly governed: Governed; readonly path: string }> {
  requireViewer(request);
  const governed = await governedBy(parts, request);
  if (governed.member === null) throw new NotFound('Only members of this community vote for each other.');
  return { governed, path: `${governed.brief.path}/delegations` };
}

/** Somebody known here, by `@name@host` or, of this server, `name`. */
async function personBy({ house }: PagesParts, handle: string): Promise<PersonIri | null> {
  return (await personNamed(house, handle))?.iri ?? null;
}
