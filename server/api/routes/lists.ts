import type { Request } from 'express';
import { z } from 'zod';
import type { ListSaid } from '../../actions/own/lists.ts';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import type { ActorIri } from '../../community/ids.ts';
import { actorNumber } from '../../community/numbers.ts';
import { type OwnList, REPLIES_POLICIES } from '../../community/own-list.ts';
import type { Person } from '../../community/person.ts';
import type { Keepsake } from '../../ports/keepsakes.ts';
import { askedBy } from '../bearer.ts';
import { flag, many, read, saidIn } from '../bodies.ts';
import { accountsOf } from '../entities/account.ts';
import { communityListEntity, listEntity } from '../entities/list.ts';
import { ApiError, refusalError } from '../errors.ts';
import { actorBy, iriOf } from '../find.ts';
import { communitiesOf, listBy, listedIn } from '../own-lists.ts';
import { linkPages, pageOf, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { showPosts } from './timelines.ts';

const settings = z.object({
  title: z.string().max(1000).optional(),
  replies_policy: z.enum(REPLIES_POLICIES).optional(),
  exclusive: flag.optional(),
});
const naming = z.object({ account_ids: many(z.string().max(20), 500) });

const idIn = (request: Request): string => String(request.params.id);

/**
 * Lists that somebody makes, of people and communities; and each community she belongs to as a list of its own, so that
 * apps which show lists as tabs show her communities.
 */
export const listsRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/api/v1/lists', async (request, response) => {
    const viewer = askedBy(request, 'read:lists');
    const [own, communities] = await Promise.all([house.ownLists.of(viewer.iri), communitiesOf(house, viewer)]);
    response.json([...own.map(listEntity), ...communities.map(communityListEntity)]);
  });
  router.post('/api/v1/lists', async (request, response) => {
    const viewer = askedBy(request, 'write:lists');
    const done = await actions.addList({ by: viewer.iri, said: saidOf(read(request, settings)) });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(listEntity(done.value));
  });
  router.get('/api/v1/lists/:id', async (request, response) => {
    const found = await listBy(house, askedBy(request, 'read:lists'), idIn(request));
    response.json('community' in found ? communityListEntity(found.community) : listEntity(found.own));
  });
  router.put('/api/v1/lists/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:lists');
    const { id } = await ownBy(parts, viewer, idIn(request));
    const done = await actions.changeList({ by: viewer.iri, id, said: saidOf(read(request, settings)) });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(listEntity(done.value));
  });
  router.delete('/api/v1/lists/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:lists');
    const { id } = await ownBy(parts, viewer, idIn(request));
    await actions.removeList({ by: viewer.iri, id });
    response.json({});
  });

  onListRoutes(parts, router);

  router.get('/api/v1/timelines/list/:id', async (request, response) => {
    const viewer = askedBy(request, 'read:lists');
    const of = await listedIn(house, await listBy(house, viewer, idIn(request)), viewer);
    const unwanted = await unwantedBy(house, viewer.iri, 'list');
    await showPosts(parts, request, response, { of, viewer, unwanted });
  });
};

/** Who is on a list. */
const onListRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;
  router.get('/api/v1/lists/:id/accounts', async (request, response) => {
    const found = await listBy(house, askedBy(request, 'read:lists'), idIn(request));
    const actors: readonly ActorIri[] = 'community' in found ? [found.community.iri] : found.own.content.actors;
    // All at once where an app says 0: a list holds five hundred at most.
    const all = saidIn(request).limit === '0';
    const wanted = all ? { limit: actors.length } : wantedBy(request, 40, 80);
    const page = pageOf(actors, actorNumber, wanted);
    linkPages(request, response, {
      origin: house.addresses.origin,
      shown: all ? [] : page.map(actorNumber),
      limit: wanted.limit,
    });
    response.json(page.map(await accountsOf(house, page)));
  });
  const changes = [
    ['post', actions.putOnList],
    ['delete', actions.takeFromList],
  ] as const;
  for (const [method, change] of changes) {
    router[method]('/api/v1/lists/:id/accounts', async (request, response) => {
      const viewer = askedBy(request, 'write:lists');
      const { id } = await ownBy(parts, viewer, idIn(request));
      const { account_ids } = read(request, naming);
      const actors = await Promise.all(account_ids.map(async (number) => iriOf(await actorBy(house, number))));
      const done = await change({ by: viewer.iri, id, actors });
      if (!done.ok) throw refusalError(done.refusal);
      response.json({});
    });
  }
  router.get('/api/v1/accounts/:id/lists', async (request, response) => {
    const viewer = askedBy(request, 'read:lists');
    const actor = iriOf(await actorBy(house, idIn(request)));
    const own = await house.ownLists.of(viewer.iri);
    response.json(own.filter(({ content }) => content.actors.includes(actor)).map(listEntity));
  });
};

const saidOf = ({ title, replies_policy, exclusive }: z.output<typeof settings>): ListSaid => ({
  ...(title === undefined ? {} : { title }),
  ...(replies_policy === undefined ? {} : { replies: replies_policy }),
  ...(exclusive === undefined ? {} : { exclusive }),
});

/** A list that she made; a community's cannot be changed. */
async function ownBy({ house }: ApiParts, viewer: Person, id: string): Promise<Keepsake<OwnList>> {
  const found = await listBy(house, viewer, id);
  if ('own' in found) return found.own;
  const { title } = found.community;
  throw new ApiError(
    422,
    `This list is ${title} itself. Make a list of your own; leave ${title}, and this one is gone.`,
  );
}
