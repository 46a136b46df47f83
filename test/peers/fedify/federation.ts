import {
  createFederation,
  type Federation,
  InProcessMessageQueue,
  MemoryKvStore,
  type RequestContext,
} from '@fedify/fedify';
import { Activity, Object as ActivityObject, Endpoints, Group, Person, type Recipient } from '@fedify/fedify/vocab';
import { listenToInbox } from './inbox.ts';
import { asServed } from './own-polls.ts';
import { PUBLIC } from './reading.ts';
import type { Peer } from './state.ts';
import type { Json } from './wire.ts';

/** Which signatures it tries first; Fedify tries the other kind when the first is refused. */
export type Signatures = 'draft-cavage-http-signatures-12' | 'rfc9421';

function addressedIn(document: Json): string[] {
  return [document.to, document.cc].flat().filter((entry) => typeof entry === 'string');
}

/** Public posts are for everybody; the others for those addressed and, where followers are, for followers: by signed GET. */
async function mayRead(ctx: RequestContext<Peer>, identifier: string, iri: string): Promise<boolean> {
  const account = ctx.data.accounts.get(identifier);
  const document = ctx.data.documents.get(iri);
  if (!account || !document) return false;
  const audience = addressedIn(document);
  if (audience.includes(PUBLIC)) return true;
  const reader = (await ctx.getSignedKeyOwner())?.id?.href;
  if (!reader) return false;
  return audience.includes(reader) || (audience.includes(`${account.iri}/followers`) && account.followers.has(reader));
}

function serveActors(federation: Federation<Peer>): void {
  federation
    .setActorDispatcher('/users/{identifier}', async (ctx, identifier) => {
      const account = ctx.data.accounts.get(identifier);
      if (!account) return null;
      const [key] = await ctx.getActorKeyPairs(identifier);
      return new (account.kind === 'Group' ? Group : Person)({
        id: ctx.getActorUri(identifier),
        preferredUsername: identifier,
        name: account.displayName,
        inbox: ctx.getInboxUri(identifier),
        outbox: ctx.getOutboxUri(identifier),
        followers: ctx.getFollowersUri(identifier),
        endpoints: new Endpoints({ sharedInbox: ctx.getInboxUri() }),
        url: new URL(`/@${identifier}`, ctx.origin),
        manuallyApprovesFollowers: false,
        discoverable: true,
        aliases: [...account.aliases].map((iri) => new URL(iri)),
        successor: account.movedTo === null ? null : new URL(account.movedTo),
        publicKey: key?.cryptographicKey ?? null,
      });
    })
    .mapHandle((ctx, username) => (ctx.data.accounts.has(username) ? username : null))
    .setKeyPairsDispatcher((ctx, identifier) => {
      const account = ctx.data.accounts.get(identifier);
      return account ? [account.keys] : [];
    });
}

function servePosts(federation: Federation<Peer>): void {
  federation
    .setObjectDispatcher(ActivityObject, '/users/{identifier}/statuses/{id}', async (ctx, { identifier, id }) => {
      const document = ctx.data.documents.get(`${ctx.data.origin}/users/${identifier}/statuses/${id}`);
      return document ? ActivityObject.fromJsonLd(asServed(document), ctx) : null;
    })
    .authorize((ctx, { identifier, id }) =>
      mayRead(ctx, identifier, `${ctx.data.origin}/users/${identifier}/statuses/${id}`),
    );
  federation
    .setObjectDispatcher(Activity, '/users/{identifier}/statuses/{id}/activity', async (ctx, { identifier, id }) => {
      const document = ctx.data.documents.get(`${ctx.data.origin}/users/${identifier}/statuses/${id}/activity`);
      return document ? Activity.fromJsonLd(document, ctx) : null;
    })
    .authorize((ctx, { identifier, id }) =>
      mayRead(ctx, identifier, `${ctx.data.origin}/users/${identifier}/statuses/${id}/activity`),
    );
}

function serveCollections(federation: Federation<Peer>): void {
  federation.setFollowersDispatcher('/users/{identifier}/followers', (ctx, identifier) => {
    const account = ctx.data.accounts.get(identifier);
    const items: Recipient[] = [...(account?.followers.values() ?? [])];
    return account ? { items } : null;
  });
  federation.setOutboxDispatcher('/users/{identifier}/outbox', async (ctx, identifier) => {
    const account = ctx.data.accounts.get(identifier);
    if (!account) return null;
    const activities = [...ctx.data.documents.values()].filter(
      (document) => document.actor === account.iri && addressedIn(document).includes(PUBLIC),
    );
    return { items: await Promise.all(activities.reverse().map((activity) => Activity.fromJsonLd(activity, ctx))) };
  });
}

/** The Fedify server itself, with signature checks on, over plain http on loopback. */
export function buildFederation(peer: Peer, firstKnock: Signatures): Federation<Peer> {
  const federation = createFederation<Peer>({
    kv: new MemoryKvStore(),
    queue: {
      inbox: new InProcessMessageQueue(),
      outbox: new InProcessMessageQueue(),
      fanout: new InProcessMessageQueue(),
    },
    origin: peer.origin,
    allowPrivateAddress: true,
    userAgent: 'Elsewhere/1.0',
    firstKnock,
    circuitBreaker: false,
    onOutboxError(error, activity) {
      peer.health.outboxErrors.push({
        at: new Date().toISOString(),
        activity: activity?.id?.href ?? '(no id)',
        error: error.message,
      });
    },
  });
  serveActors(federation);
  servePosts(federation);
  serveCollections(federation);
  federation.setNodeInfoDispatcher('/nodeinfo/2.1', (ctx) => ({
    software: { name: 'elsewhere', version: '1.0.0' },
    protocols: ['activitypub'],
    usage: { users: { total: ctx.data.accounts.size }, localPosts: ctx.data.documents.size, localComments: 0 },
  }));
  listenToInbox(federation, peer);
  return federation;
}
