import type { Request } from 'express';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import type { Person } from '../../community/person.ts';
import { askedBy } from '../bearer.ts';
import { type Conversation, conversationEntities, conversationNumber, conversationsOf } from '../conversations.ts';
import { notFound, refusalError } from '../errors.ts';
import { linkPages, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

/** What is said among some people alone, thread by thread. */
export const conversationsRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/api/v1/conversations', async (request, response) => {
    const viewer = askedBy(request, 'read:statuses');
    const { max, since, min, limit } = wantedBy(request);
    const after = min ?? since;
    const inside = (await all(parts, viewer)).filter(
      ({ number }) => (max === undefined || number < max) && (after === undefined || number > after),
    );
    const page = min === undefined ? inside.slice(0, limit) : inside.slice(-limit);
    const shown = page.map(({ number }) => number.toString());
    linkPages(request, response, { origin: house.addresses.origin, shown, limit });
    response.json(await conversationEntities(house, page, viewer));
  });

  // It is answered as what it is: nothing here keeps that she has read it.
  router.post('/api/v1/conversations/:id/read', async (request, response) => {
    const viewer = askedBy(request, 'write:conversations');
    const [entity] = await conversationEntities(house, [await oneOf(parts, request, viewer)], viewer);
    response.json(entity);
  });

  router.delete('/api/v1/conversations/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:conversations');
    const { key } = await oneOf(parts, request, viewer);
    const done = await actions.putConversationAway({ by: viewer.iri, conversation: key });
    if (!done.ok) throw refusalError(done.refusal);
    response.json({});
  });
};

const all = async ({ house }: ApiParts, viewer: Person): Promise<readonly Conversation[]> =>
  conversationsOf(house, viewer, await unwantedBy(house, viewer.iri, 'notices'));

async function oneOf(parts: ApiParts, request: Request, viewer: Person): Promise<Conversation> {
  const found = (await all(parts, viewer)).find(({ key }) => conversationNumber(key) === request.params.id);
  if (found === undefined) throw notFound();
  return found;
}
