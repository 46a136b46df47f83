import type { Request } from 'express';
import { z } from 'zod';
import { type Actor, actorNamed } from '../../actions/actor-named.ts';
import { tagKey } from '../../community/hashtags.ts';
import type { ActorIri, PostIri } from '../../community/ids.ts';
import { actorNumber, numberAt } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Follow } from '../../ports/follows.ts';
import { askedBy, readBy } from '../bearer.ts';
import { flag, many, read } from '../bodies.ts';
import { accountsOf, communityEntity, ownEntity, personEntity } from '../entities/account.ts';
import { relationshipEntity } from '../entities/relationship.ts';
import { statusEntities } from '../entities/status.ts';
import { notFound, refusalError } from '../errors.ts';
import { actorBy, iriOf } from '../find.ts';
import { listPage } from '../listed.ts';
import { linkPages, pageBy, pageOf, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { seenBy } from '../seen.ts';

const asText = (request: Request, name: string): string => String(request.params[name] ?? '');

/** People and communities, what they wrote, and who belongs where. */
export const accountsRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/api/v1/accounts/verify_credentials', async (request, response) => {
    response.json(ownEntity(house, askedBy(request, 'read:accounts')));
  });

  router.get('/api/v1/accounts/relationships', async (request, response) => {
    const viewer = askedBy(request, 'read:follows');
    const { id } = read(request, z.object({ id: many(z.string().max(20)) }));
    const actors = await Promise.all(id.map((number) => actorBy(house, number).catch(() => null)));
    const known = actors.filter((actor) => actor !== null);
    response.json(await Promise.all(known.map((actor) => relationshipEntity(house, viewer, iriOf(actor)))));
  });

  router.get('/api/v1/accounts/lookup', async (request, response) => {
    readBy(request, 'read:accounts');
    const { acct } = read(request, z.object({ acct: z.string().max(400) }));
    const actor = await actorNamed(house, acct);
    if (actor === null) throw notFound();
    response.json(await accountEntity(parts, actor));
  });

  router.get('/api/v1/accounts/:id', async (request, response) => {
    readBy(request, 'read:accounts');
    response.json(await accountEntity(parts, await actorBy(house, asText(request, 'id'))));
  });

  router.get('/api/v1/accounts/:id/statuses', async (request, response) => {
    const viewer = readBy(request, 'read:statuses');
    const actor = await actorBy(house, asText(request, 'id'));
    const asked = read(
      request,
      z.object({
        pinned: flag.optional(),
        only_media: flag.optional(),
        exclude_replies: flag.optional(),
        exclude_reblogs: flag.optional(),
        tagged: z.string().max(100).optional(),
      }),
    );
    if (asked.pinned) return void response.json(await pinnedBy(parts, actor, viewer));
    const of = {
      author: iriOf(actor),
      replies: actor.kind === 'person' && !asked.exclude_replies,
      ...(asked.only_media ? { withFiles: true as const } : {}),
      ...(asked.tagged === undefined ? {} : { ofTag: tagKey(asked.tagged) }),
    };
    // What somebody elsewhere passed on is known here because somebody here follows her: strangers are not told.
    const toldTo = actor.kind === 'person' && (viewer !== null || actor.person.home === 'here');
    const by =
      toldTo && !asked.exclude_reblogs && !asked.only_media && asked.tagged === undefined ? [iriOf(actor)] : [];
    response.json(await listPage(request, response, { house, of, viewer, by }));
  });

  // Who belongs to a community its members know; whom a person follows, and who follows her, she alone.
  router.get('/api/v1/accounts/:id/followers', async (request, response) => {
    const viewer = readBy(request, 'read:accounts');
    const actor = await actorBy(house, asText(request, 'id'));
    if (!(await mayKnowFollowers(parts, actor, viewer))) return void response.json([]);
    const wanted = wantedBy(request, 40, 80);
    const numberOf = ({ at, follower }: Follow): bigint => numberAt(at, follower);
    const page = await pageBy<Follow>(wanted, numberOf, (stretch) =>
      house.follows.followersWithin(iriOf(actor), stretch),
    );
    const shown = page.map((follow) => numberOf(follow).toString());
    linkPages(request, response, { origin: house.addresses.origin, shown, limit: wanted.limit });
    const followers = page.map(({ follower }) => follower);
    response.json(followers.map(await accountsOf(house, followers)));
  });
  router.get('/api/v1/accounts/:id/following', async (request, response) => {
    const viewer = readBy(request, 'read:accounts');
    const actor = await actorBy(house, asText(request, 'id'));
    if (actor.kind !== 'person' || viewer?.iri !== actor.person.iri) return void response.json([]);
    const [communities, people] = await Promise.all([
      house.follows.communitiesOf(viewer.iri),
      house.follows.peopleFollowedBy(viewer.iri),
    ]);
    const accepted = [...communities, ...people].filter(({ state }) => state === 'accepted');
    const targets: readonly ActorIri[] = accepted.map(({ target }) => target);
    const wanted = wantedBy(request, 40, 80);
    const page = pageOf(targets, actorNumber, wanted);
    linkPages(request, response, {
      origin: house.addresses.origin,
      shown: page.map(actorNumber),
      limit: wanted.limit,
    });
    response.json(page.map(await accountsOf(house, page)));
  });

  for (const endpoint of ['identity_proofs', 'endorsements']) {
    router.get(`/api/v1/accounts/:id/${endpoint}`, async (request, response) => {
      await actorBy(house, asText(request, 'id'));
      response.json([]);
    });
  }

  router.post('/api/v1/accounts/:id/follow', async (request, response) => {
    const viewer = askedBy(request, 'write:follows');
    const actor = await actorBy(house, asText(request, 'id'));
    const follower = viewer.iri;
    const done =
      actor.kind === 'person'
        ? await actions.followPerson({ follower, person: actor.person.iri })
        : await actions.joinCommunity({ person: follower, community: actor.community.iri });
    if (!done.ok) throw refusalError(done.refusal);
    await parts.settle();
    response.json(await relationshipEntity(house, viewer, iriOf(actor)));
  });

  router.post('/api/v1/accounts/:id/unfollow', async (request, response) => {
    const viewer = askedBy(request, 'write:follows');
    const actor = await actorBy(house, asText(request, 'id'));
    if (actor.kind === 'person') await actions.unfollowPerson({ follower: viewer.iri, person: actor.person.iri });
    else await actions.leaveCommunity({ person: viewer.iri, community: actor.community.iri });
    await parts.settle();
    response.json(await relationshipEntity(house, viewer, iriOf(actor)));
  });
};

/** What somebody shows first on her profile, the newest pin before the others, to whoever may see it. */
async function pinnedBy({ house }: ApiParts, actor: Actor, viewer: Person | null) {
  if (actor.kind === 'community') return [];
  const pins = await house.marks.of(actor.person.iri, ['pin']);
  const posts = await seenBy(
    house,
    pins.map(({ subject }) => subject as PostIri),
    viewer,
  );
  return statusEntities(house, posts, viewer);
}

/** An account with what is told of it where it is looked at by itself. */
export async function accountEntity({ house }: Pick<ApiParts, 'house'>, actor: Actor) {
  if (actor.kind === 'person') {
    const { movedTo } = actor.person;
    const now = movedTo === undefined ? null : await house.people.byIri(movedTo);
    const moved = now === null || now.goneAt !== undefined ? {} : { moved: personEntity(house, now) };
    return { ...personEntity(house, actor.person), ...moved };
  }
  const { community } = actor;
  const members = community.home === 'here' ? await house.follows.countFollowers(community.iri) : 0;
  return communityEntity(house, community, members);
}

/** Who belongs to a community its members know; who follows a person, she alone. */
async function mayKnowFollowers({ house }: ApiParts, actor: Actor, viewer: Person | null): Promise<boolean> {
  if (viewer === null) return false;
  if (actor.kind === 'person') return actor.person.iri === viewer.iri;
  return (await house.follows.get(viewer.iri, actor.community.iri))?.state === 'accepted';
}
