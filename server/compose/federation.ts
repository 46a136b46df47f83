import { fetchDocument as fetchDocumentWith } from '../../federation/fetch/document.ts';
import { createGuardedFetch, type SignGet } from '../../federation/fetch/guarded-fetch.ts';
import { createAccepting } from '../../federation/receive/accepting.ts';
import type { ReceiveContext } from '../../federation/receive/context.ts';
import { createInbox } from '../../federation/receive/inbox.ts';
import { createKnownNames } from '../../federation/receive/known-names.ts';
import { createSenders } from '../../federation/receive/senders.ts';
import { createReceiveWorker } from '../../federation/receive/worker.ts';
import { createDeliverer } from '../../federation/send/deliver.ts';
import { createFollowersSaid } from '../../federation/send/followers-said.ts';
import { createGone } from '../../federation/send/gone.ts';
import { DELIVERY_LIMITS } from '../../federation/send/limits.ts';
import { createOutbox } from '../../federation/send/outbox.ts';
import { signRequest } from '../../federation/signatures/sign-request.ts';
import { plainText, sanitise } from '../actions/content.ts';
import type { House } from '../actions/house.ts';
import type { Actions } from '../actions/index.ts';
import { createSuspendedByAll } from '../actions/suspended-by-all.ts';
import { systemClock } from '../clock.ts';
import type { ActorIri } from '../community/ids.ts';
import { refused } from '../community/result.ts';
import type { Config } from '../config.ts';
import type { MongoStores } from '../stores/index.ts';
import { VERSION } from '../version.ts';

/** What federation is built from. */
export interface FederationParts {
  readonly config: Config;
  readonly house: House & MongoStores;
  readonly actions: Actions;
  /** The machine's time. */
  readonly wall: () => Date;
  /** Told when a crowd at the inbox is over. */
  readonly onQuiet: () => void;
}

/** Builds everything that speaks to other servers: fetching, sending, and the inbox with the worker behind it. */
export function composeFederation({ config, house, actions, wall, onQuiet }: FederationParts) {
  const { addresses, log } = house;
  const fetch = createGuardedFetch({
    allowLoopback: config.allowLoopback,
    userAgent: `Folkmoot/${VERSION} (+${config.origin})`,
  });
  const fetchDocument = fetchingDocuments(house, fetch, wall);
  const senders = createSenders({ ...house, fetchDocument, localOrigin: config.origin, wall, sanitise, plainText });
  const gone = createGone({
    ...house,
    fetchDocument,
    learn: (actor) => senders.meet(actor, { again: true }),
    leftForGood: actions.leftForGood,
    againMs: 10 * (config.firstRetryMs ?? DELIVERY_LIMITS.firstRetryMs),
    log,
  });
  const deliverer = createDeliverer({
    ...house,
    followersSaid: createFollowersSaid({ ...house, addresses, wall: systemClock }),
    fetch,
    wall: systemClock,
    log,
    onGone: gone.noted,
    ...(config.firstRetryMs === undefined ? {} : { limits: { firstRetryMs: config.firstRetryMs } }),
  });
  const outbox = createOutbox({ ...house, addresses, wall: systemClock, wake: deliverer.wake });
  const accepting = createAccepting(house.inbox, () => receiver.wake());
  const receiver = createReceiveWorker({
    ...house,
    actions,
    addresses,
    fetchDocument,
    meet: senders.meet,
    log,
    wall,
    yields: accepting.isBusy,
    onQuiet,
  });
  const hasActor = createKnownNames(house);
  const inbox = createInbox({ senders, accepting, host: addresses.host, log, wall, hasActor });
  return { fetch, fetchDocument, senders, outbox, receiver, deliverer, gone, inbox };
}

/** Fetches are signed by the server itself; from a server that every community here has suspended nothing is fetched. */
function fetchingDocuments(
  house: House & MongoStores,
  fetch: ReturnType<typeof createGuardedFetch>,
  wall: () => Date,
): ReceiveContext['fetchDocument'] {
  const suspendedByAll = createSuspendedByAll(house, wall);
  const sign = signAs(house, house.addresses.server);
  return async (iri) =>
    (await suspendedByAll(iri))
      ? refused('forbidden', 'The members of every community here have decided not to let in this server.')
      : fetchDocumentWith(fetch, iri, { sign });
}

/** Some servers show nothing to strangers. */
function signAs({ keys }: Pick<MongoStores, 'keys'>, actor: ActorIri): SignGet {
  return async (url) => {
    const key = await keys.signingKey(actor);
    return key === null ? {} : signRequest({ method: 'GET', url, ...key, now: new Date() });
  };
}
