import type { Request } from 'express';
import { z } from 'zod';
import type { Actor } from '../../actions/actor-named.ts';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import type { ActorIri, PersonIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import { isUnwanted } from '../../community/unwanted.ts';
import { askedBy } from '../bearer.ts';
import { many, read, whole } from '../bodies.ts';
import { type AccountEntity, accountsOf, personEntity } from '../entities/account.ts';
import { refusalError } from '../errors.ts';
import { actorBy, iriOf } from '../find.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

/** Of each community those who came last are looked at, so many of them. */
const MOST_OF_EACH = 200;

/** Whom somebody may like to follow: people of her communities, whom their members know of anyway. */
export const suggestionsRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/api/v1/suggestions', async (request, response) => {
    response.json((await suggestedTo(parts, request)).map((person) => personEntity(house, person)));
  });

  // None of Mastodon's reasons says it: that both belong to one community comes nearest to the last of them.
  router.get('/api/v2/suggestions', async (request, response) => {
    const suggested = await suggestedTo(parts, request);
    response.json(
      suggested.map((person) => ({
        source: 'past_interactions',
        sources: ['friends_of_friends'],
        account: personEntity(house, person),
      })),
    );
  });

  router.delete('/api/v1/suggestions/:id', async (request, response) => {
    const viewer = askedBy(request, 'read');
    const actor = await actorBy(house, String(request.params.id)).catch(() => null);
    if (actor?.kind === 'person') {
      const done = await actions.suggestNoMore({ by: viewer.iri, actor: iriOf(actor) });
      if (!done.ok) throw refusalError(done.refusal);
    }
    response.json({});
  });

  router.get('/api/v1/accounts/familiar_followers', async (request, response) => {
    const viewer = askedBy(request, 'read:follows');
    const { id } = read(request, z.object({ id: many(z.string().max(20), 40) }));
    response.json(
      await Promise.all(
        id.map(async (number) => {
          const actor = await actorBy(house, number).catch(() => null);
          return { id: number, accounts: actor === null ? [] : await familiar(parts, viewer, actor) };
        }),
      ),
    );
  });
};

/** Members of her communities whom she does not follow, those first who came last: nothing is ranked. */
async function suggestedTo({ house }: ApiParts, request: Request): Promise<readonly Person[]> {
  const viewer = askedBy(request, 'read');
  const { limit } = read(request, z.object({ limit: whole(1, 80).default(40).catch(40) }));
  const [joined, followed, away, unwanted] = await Promise.all([
    house.follows.communitiesOf(viewer.iri),
    house.follows.peopleFollowedBy(viewer.iri),
    house.marks.of(viewer.iri, ['not-suggested']),
    unwantedBy(house, viewer.iri, 'public'),
  ]);
  const communities = joined.filter(({ state }) => state === 'accepted').map(({ target }) => target);
  const latest = { oldestFirst: false, limit: MOST_OF_EACH };
  const members = (
    await Promise.all(communities.map((community) => house.follows.followersWithin(community, latest)))
  ).flat();
  const known = new Set<string>([
    viewer.iri,
    ...followed.map(({ target }) => target),
    ...away.map(({ subject }) => subject),
  ]);
  const newest = members.toSorted((a, b) => b.at.getTime() - a.at.getTime()).map(({ follower }) => follower);
  const others = [...new Set(newest)].filter(
    (iri) => !known.has(iri) && !(unwanted !== undefined && isUnwanted(unwanted, { author: iri })),
  );
  // Some of them may have left.
  const people = await house.people.byIris(others.slice(0, limit * 2) as readonly ActorIri[] as readonly PersonIri[]);
  return [...people.values()].filter(({ goneAt }) => goneAt === undefined).slice(0, limit);
}

/**
 * Those whom she follows who belong to a community, if she belongs to it herself. Whom people follow is nobody's to be
 * shown, so of a person nobody is named.
 */
async function familiar({ house }: ApiParts, viewer: Person, actor: Actor): Promise<readonly AccountEntity[]> {
  if (actor.kind === 'person') return [];
  const { iri } = actor.community;
  if ((await house.follows.get(viewer.iri, iri))?.state !== 'accepted') return [];
  const followed = (await house.follows.peopleFollowedBy(viewer.iri)).filter(({ state }) => state === 'accepted');
  const theirs = await Promise.all(followed.map(({ target }) => house.follows.get(target, iri)));
  const members = followed.filter((_, nth) => theirs[nth]?.state === 'accepted').map(({ target }) => target);
  return members.map(await accountsOf(house, members));
}
