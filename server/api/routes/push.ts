import type { Request } from 'express';
import { z } from 'zod';
import { hashOf } from '../../accounts/oauth/apps.ts';
import { ALERTS, type Alert, PUSH_POLICIES } from '../../community/push.ts';
import type { PushSubscription } from '../../ports/push.ts';
import { askedBy } from '../bearer.ts';
import { flag, read, saidIn } from '../bodies.ts';
import { ApiError, refusalError } from '../errors.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

const PATH = '/api/v1/push/subscription';

const nothing = z.literal('').transform(() => undefined);
const flags = z.record(z.string().max(40), flag);
const policy = z.enum(PUSH_POLICIES);

/** What of it an app may change: some say the policy beside the rest, some within it. */
const wanting = z.object({
  data: z
    .object({ alerts: flags.or(nothing).nullish(), policy: policy.or(nothing).nullish() })
    .or(nothing)
    .nullish(),
  policy: policy.or(nothing).nullish(),
});

const subscribing = wanting.extend({
  subscription: z.object({
    endpoint: z.string().max(5000),
    keys: z.object({ p256dh: z.string().max(300), auth: z.string().max(300) }),
    standard: flag.optional(),
  }),
});

/** What an app is told through a push service while it sleeps: one subscription for each token. */
export const pushRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;
  const none = () => new ApiError(404, 'Record not found');

  router.get(PATH, async (request, response) => {
    const { holder } = tokenOf(request);
    const found = await house.pushSubscriptions.get(holder);
    if (found === null) throw none();
    response.json(entityOf(parts, holder.token, found));
  });

  router.post(PATH, async (request, response) => {
    const { holder, given: accessToken, person } = tokenOf(request);
    const said = read(request, subscribing);
    const { endpoint, keys, standard = false } = said.subscription;
    const { alerts = [], policy = 'all' } = wantedIn(said);
    const ask = { holder, accessToken, person: person.iri, endpoint, ...keys, standard, alerts, policy };
    const done = await actions.subscribeToPush({ ...ask, mayBeSentTo: parts.push.mayBeSentTo });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(entityOf(parts, holder.token, done.value));
  });

  router.put(PATH, async (request, response) => {
    const { holder } = tokenOf(request);
    const changed = await actions.changePush({ holder, ...wantedIn(read(request, wanting)) });
    if (changed === null) throw none();
    response.json(entityOf(parts, holder.token, changed));
  });

  router.delete(PATH, async (request, response) => {
    const { holder } = tokenOf(request);
    await actions.endPush({ holder });
    response.json({});
  });
};

/** Mastodon's `WebPushSubscription`. */
function entityOf({ push }: ApiParts, token: string, { address, standard, alerts, policy }: PushSubscription) {
  return {
    id: numberOf(token),
    endpoint: address.endpoint,
    standard,
    alerts: Object.fromEntries(ALERTS.map((alert) => [alert, alerts.includes(alert)])),
    policy,
    server_key: push.publicKey,
  };
}

/** Apps read a whole number here, in JSON: 48 bits of the token's hash. */
const numberOf = (token: string): number => Buffer.from(token, 'base64url').readUIntBE(0, 6);

function wantedIn({ data, policy }: z.output<typeof wanting>) {
  const alerts = data?.alerts;
  const whose = data?.policy ?? policy;
  return {
    ...(alerts ? { alerts: ALERTS.filter((alert): alert is Alert => alerts[alert] === true) } : {}),
    ...(whose ? { policy: whose } : {}),
  };
}

/** The token itself stands nowhere but in the request: an app finds by it whom a message is for. */
function tokenOf(request: Request) {
  const person = askedBy(request, 'push');
  const id = request.asking?.token ?? '';
  const [, inHeader] = /^bearer +(\S+)$/i.exec(request.get('Authorization') ?? '') ?? [];
  const given = [inHeader, saidIn(request).access_token].find((one) => typeof one === 'string' && hashOf(one) === id);
  if (typeof given !== 'string') throw new ApiError(401, 'The access token is invalid');
  return { holder: { kind: 'app', token: id } as const, given, person };
}
