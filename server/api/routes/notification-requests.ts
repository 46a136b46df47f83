import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { policyOf } from '../../actions/own/notification-policy.ts';
import type { ActorIri } from '../../community/ids.ts';
import {
  HEARINGS,
  type Hearing,
  type NotificationPolicy,
  type PolicyPart,
} from '../../community/notification-policy.ts';
import { actorNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import { askedBy } from '../bearer.ts';
import { flag, many, read } from '../bodies.ts';
import { accountsOf } from '../entities/account.ts';
import { notificationEntities } from '../entities/notification.ts';
import { notFound, refusalError } from '../errors.ts';
import { linkPages, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { tellingTo } from '../telling.ts';
import { TOLD_TYPES, type Told } from '../told.ts';

const hearing = z.enum(HEARINGS).optional();
const policySaid = z.object({
  for_not_following: hearing,
  for_not_followers: hearing,
  for_new_accounts: hearing,
  for_private_mentions: hearing,
  for_limited_accounts: hearing,
});
const olderPolicySaid = z.object({
  filter_not_following: flag.optional(),
  filter_not_followers: flag.optional(),
  filter_new_accounts: flag.optional(),
  filter_private_mentions: flag.optional(),
});

/** Of whom somebody wants to be told, and what is kept apart because of that. */
export const notificationRequestsRoutes: ApiRoutes = (parts, router) => {
  const { actions } = parts;

  router.get('/api/v2/notifications/policy', async (request, response) => {
    response.json(await policyEntity(parts, askedBy(request, 'read:notifications')));
  });
  // Some apps put it, others patch it.
  const changePolicy: RequestHandler = async (request, response) => {
    const viewer = askedBy(request, 'write:notifications');
    const said = read(request, policySaid);
    await change(parts, viewer, {
      notFollowing: said.for_not_following,
      notFollowers: said.for_not_followers,
      newAccounts: said.for_new_accounts,
      privateMentions: said.for_private_mentions,
      limitedAccounts: said.for_limited_accounts,
    });
    response.json(await policyEntity(parts, viewer));
  };
  router.patch('/api/v2/notifications/policy', changePolicy);
  router.put('/api/v2/notifications/policy', changePolicy);

  router.get('/api/v1/notifications/policy', async (request, response) => {
    response.json(await olderPolicyEntity(parts, askedBy(request, 'read:notifications')));
  });
  router.put('/api/v1/notifications/policy', async (request, response) => {
    const viewer = askedBy(request, 'write:notifications');
    const said = read(request, olderPolicySaid);
    const asHearing = (apart: boolean | undefined): Hearing | undefined =>
      apart === undefined ? undefined : apart ? 'filter' : 'accept';
    await change(parts, viewer, {
      notFollowing: asHearing(said.filter_not_following),
      notFollowers: asHearing(said.filter_not_followers),
      newAccounts: asHearing(said.filter_new_accounts),
      privateMentions: asHearing(said.filter_private_mentions),
    });
    response.json(await olderPolicyEntity(parts, viewer));
  });

  router.get('/api/v1/notifications/requests', async (request, response) => {
    const viewer = askedBy(request, 'read:notifications');
    const { max, since, min, limit } = wantedBy(request, 40, 80);
    const after = min ?? since;
    const inside = (await requestsTo(parts, viewer)).filter(
      ({ number }) => (max === undefined || number < max) && (after === undefined || number > after),
    );
    const page = min === undefined ? inside.slice(0, limit) : inside.slice(-limit);
    const shown = page.map(({ number }) => number.toString());
    linkPages(request, response, { origin: parts.house.addresses.origin, shown, limit });
    response.json(await requestEntities(parts, page, viewer));
  });

  router.get('/api/v1/notifications/requests/merged', (request, response) => {
    // Nothing has to be moved: what somebody was told follows from her policy as it is.
    askedBy(request, 'read:notifications');
    response.json({ merged: true });
  });

  router.get('/api/v1/notifications/requests/:id', async (request, response) => {
    const viewer = askedBy(request, 'read:notifications');
    const [entity] = await requestEntities(parts, await named(parts, viewer, [String(request.params.id)]), viewer);
    response.json(entity);
  });

  const answers = [
    ['accept', actions.hearActor],
    ['dismiss', actions.putRequestAway],
  ] as const;
  for (const [word, answer] of answers) {
    const answerAll = async (request: Request, ids: readonly string[]) => {
      const viewer = askedBy(request, 'write:notifications');
      for (const { from } of await named(parts, viewer, ids)) {
        const done = await answer({ by: viewer.iri, actor: from });
        if (!done.ok) throw refusalError(done.refusal);
      }
    };
    router.post(`/api/v1/notifications/requests/${word}`, async (request, response) => {
      await answerAll(request, read(request, z.object({ id: many(z.coerce.string().max(20)) })).id);
      response.json({});
    });
    router.post(`/api/v1/notifications/requests/:id/${word}`, async (request, response) => {
      await answerAll(request, [String(request.params.id)]);
      response.json({});
    });
  }
};

async function change(
  { actions }: ApiParts,
  viewer: Person,
  said: { readonly [Part in PolicyPart]?: Hearing | undefined },
): Promise<void> {
  const heard = Object.fromEntries(Object.entries(said).filter(([, one]) => one !== undefined));
  const done = await actions.changePolicy({ by: viewer.iri, said: heard as Partial<NotificationPolicy> });
  if (!done.ok) throw refusalError(done.refusal);
}

/** What somebody did that is kept apart, newest first. */
interface Apart {
  readonly from: ActorIri;
  readonly all: readonly [Told, ...Told[]];
  readonly number: bigint;
}

const MOST_LOOKED_THROUGH = 1000;

/** What her policy keeps apart of the latest that she was told, by who did it; without what she has put away. */
async function requestsTo(parts: ApiParts, viewer: Person): Promise<readonly Apart[]> {
  const telling = await tellingTo(parts, viewer, { types: new Set(TOLD_TYPES), apart: 'only' });
  const [told, away] = await Promise.all([
    telling.fetch({ oldestFirst: false, limit: MOST_LOOKED_THROUGH }),
    parts.house.marks.of(viewer.iri, ['request']),
  ]);
  const until = new Map(away.map(({ subject, at }) => [subject, at]));
  const left = told.filter((one) => telling.isShown(one) && one.at > (until.get(one.from) ?? new Date(0)));
  return [...Map.groupBy(left, ({ from }) => from)].map(([from, all]) => {
    const apart = all as [Told, ...Told[]];
    return { from, all: apart, number: apart[0].number };
  });
}

/** Requests by their numbers, which are those of who is behind them. */
async function named(parts: ApiParts, viewer: Person, ids: readonly string[]): Promise<readonly Apart[]> {
  const all = new Map((await requestsTo(parts, viewer)).map((one) => [actorNumber(one.from), one]));
  return ids.map((id) => {
    const found = all.get(id);
    if (found === undefined) throw notFound();
    return found;
  });
}

/** Mastodon's `NotificationRequest`. */
async function requestEntities({ house }: ApiParts, requests: readonly Apart[], viewer: Person) {
  const accountOf = await accountsOf(
    house,
    requests.map(({ from }) => from),
  );
  return Promise.all(
    requests.map(async ({ from, all }) => {
      const told = await notificationEntities(house, all.slice(0, 20), viewer);
      const status = told.find((one) => one.status !== undefined && one.type === 'mention')?.status;
      return {
        id: actorNumber(from),
        created_at: (all.at(-1) ?? all[0]).at.toISOString(),
        updated_at: all[0].at.toISOString(),
        // A text, as Mastodon sends it.
        notifications_count: String(all.length),
        account: accountOf(from),
        ...(status === undefined ? {} : { last_status: status }),
      };
    }),
  );
}

async function summaryOf(parts: ApiParts, viewer: Person) {
  const requests = await requestsTo(parts, viewer);
  return {
    pending_requests_count: Math.min(requests.length, 100),
    pending_notifications_count: requests.reduce((sum, { all }) => sum + all.length, 0),
  };
}

/** Mastodon's `NotificationPolicy`. */
async function policyEntity(parts: ApiParts, viewer: Person) {
  const policy = await policyOf(parts.house, viewer.iri);
  return {
    for_not_following: policy.notFollowing,
    for_not_followers: policy.notFollowers,
    for_new_accounts: policy.newAccounts,
    for_private_mentions: policy.privateMentions,
    for_limited_accounts: policy.limitedAccounts,
    summary: await summaryOf(parts, viewer),
  };
}

/** Mastodon's older `V1::NotificationPolicy`. */
async function olderPolicyEntity(parts: ApiParts, viewer: Person) {
  const policy = await policyOf(parts.house, viewer.iri);
  return {
    filter_not_following: policy.notFollowing !== 'accept',
    filter_not_followers: policy.notFollowers !== 'accept',
    filter_new_accounts: policy.newAccounts !== 'accept',
    filter_private_mentions: policy.privateMentions !== 'accept',
    summary: await summaryOf(parts, viewer),
  };
}
