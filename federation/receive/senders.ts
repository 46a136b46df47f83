import type { KeyObject } from 'node:crypto';
import type { ActorIri } from '../../server/community/ids.ts';
import { actorIri, communityIri, personIri } from '../../server/community/ids.ts';
import type { Result } from '../../server/community/result.ts';
import { accepted, refused } from '../../server/community/result.ts';
import { oneLine } from '../../server/community/text.ts';
import type { Stores } from '../../server/ports/index.ts';
import { RecentlyUsed } from '../../server/recently-used.ts';
import type { FetchDocument } from '../fetch/document.ts';
import { resolveKeyOwner } from '../signatures/key-owner.ts';
import { createPublicKeys } from '../signatures/keys.ts';
import { type RemoteActor, readActor } from '../vocabulary/actor.ts';
import { sameIri, sameOrigin, withoutFragment } from '../vocabulary/iri.ts';
import type { Meet } from './context.ts';

/** Who signs: keys of actors elsewhere, each bound to its actor by the actor's own document. */
export interface Senders {
  /** The key, from memory, from the store, or fetched. */
  keyOf(keyId: string): Promise<Result<SenderKey>>;
  /** Fetched anew, because a signature did not hold with a key known from before: at most once a minute for one key. */
  refetchedKeyOf(keyId: string): Promise<Result<SenderKey>>;
  readonly meet: Meet;
}

export interface SenderKey {
  readonly owner: ActorIri;
  readonly publicKey: KeyObject;
  /** Fetched just now, so that asking again would bring nothing new. */
  readonly fresh: boolean;
}

type Needs = Pick<Stores, 'people' | 'communities' | 'remoteKeys'> & {
  readonly fetchDocument: FetchDocument;
  readonly localOrigin: string;
  readonly wall: () => Date;
  /** Makes HTML harmless. */
  readonly sanitise: (html: string) => string;
  /** The words of HTML. */
  readonly plainText: (html: string) => string;
};

interface KnownKey {
  readonly owner: ActorIri;
  readonly pem: string;
  readonly fetchedAt: Date;
}

const ONE_DAY_MS = 86_400_000;
/** The server was not there, or in trouble: that says nothing about the key. */
const NO_ANSWER: ReadonlySet<string> = new Set(['unreachable', 'timeout', 'unexpected-status']);

/** How long an answer “no such key” is remembered, and how often a key may be fetched anew. */
const ONCE_A_MINUTE_MS = 60_000;

export function createSenders(needs: Needs): Senders {
  const { fetchDocument, localOrigin, remoteKeys, wall } = needs;
  const publicKeys = createPublicKeys();
  const owners = new RecentlyUsed<string, KnownKey>({ limit: 10_000 });
  const refusedLately = new RecentlyUsed<string, { at: number; answer: Result<SenderKey> }>({ limit: 2_000 });
  const refetchedAt = new RecentlyUsed<string, number>({ limit: 10_000 });
  const underWay = new Map<string, Promise<Result<SenderKey>>>();

  function keyFrom(owner: ActorIri, pem: string, fresh = false): Result<SenderKey> {
    const publicKey = publicKeys.fromPem(pem);
    return publicKey === undefined
      ? refused('bad-key', 'The key of this account cannot be used: Ed25519, or RSA of 2048 to 8192 bits, is needed.')
      : accepted({ owner, publicKey, fresh });
  }

  /** Whatever brought an actor's document, its key is the one that counts from now on. */
  async function learnKey(actor: RemoteActor): Promise<void> {
    // A key that is elsewhere at its server says itself whose it is, when it is used: two actors may claim it.
    const stands = sameIri(withoutFragment(actor.publicKeyId), actor.id);
    if (stands || (await remoteKeys.byKeyId(actor.publicKeyId))?.owner === actor.id) await keepKey(actor);
  }

  async function keepKey({ id, publicKeyId, publicKeyPem }: RemoteActor): Promise<void> {
    const owner = actorIri(id);
    await remoteKeys.keep({ keyId: publicKeyId, owner, publicKeyPem, fetchedAt: wall() });
    owners.set(publicKeyId, { owner, pem: publicKeyPem, fetchedAt: wall() });
  }

  async function fetchKey(keyId: string): Promise<Result<SenderKey>> {
    const resolved = await resolveKeyOwner({ keyId, fetchDocument, localOrigin });
    if (!resolved.ok) {
      refusedLately.set(keyId, { at: wall().getTime(), answer: resolved });
      return resolved;
    }
    const owner = actorIri(resolved.value.id);
    await keepActor(needs, resolved.value);
    await keepKey({ ...resolved.value, publicKeyId: keyId });
    return keyFrom(owner, resolved.value.publicKeyPem, true);
  }

  /** One fetch per key at a time, however many requests wait for it. */
  function fetchOnce(keyId: string): Promise<Result<SenderKey>> {
    const waiting = underWay.get(keyId);
    if (waiting) return waiting;
    const fetching = fetchKey(keyId).finally(() => underWay.delete(keyId));
    underWay.set(keyId, fetching);
    return fetching;
  }

  async function storedKey(keyId: string): Promise<KnownKey | undefined> {
    const stored = await remoteKeys.byKeyId(keyId);
    if (stored === null) return undefined;
    const known = { owner: stored.owner, pem: stored.publicKeyPem, fetchedAt: stored.fetchedAt };
    owners.set(keyId, known);
    return known;
  }

  const isOld = ({ fetchedAt }: KnownKey) => wall().getTime() - fetchedAt.getTime() > ONE_DAY_MS;

  /** A key is asked for again once a day, so that one withdrawn is not believed for ever; a server that does not answer changes nothing. */
  async function confirmed(keyId: string, known: KnownKey): Promise<Result<SenderKey>> {
    const answer = await fetchOnce(keyId);
    if (answer.ok || !NO_ANSWER.has(answer.refusal.code)) return answer;
    owners.set(keyId, { ...known, fetchedAt: wall() });
    return keyFrom(known.owner, known.pem);
  }

  const recently = (at: number | undefined) => at !== undefined && wall().getTime() - at < ONCE_A_MINUTE_MS;

  return {
    async keyOf(keyId) {
      const known = owners.get(keyId) ?? (await storedKey(keyId));
      if (known) return isOld(known) ? confirmed(keyId, known) : keyFrom(known.owner, known.pem);
      const before = refusedLately.get(keyId);
      return before && recently(before.at) ? before.answer : fetchOnce(keyId);
    },
    async refetchedKeyOf(keyId) {
      if (recently(refetchedAt.get(keyId))) return refused('fetched-lately', 'The signature does not hold.');
      refetchedAt.set(keyId, wall().getTime());
      return fetchOnce(keyId);
    },
    meet: (iri, how) => meet(needs, iri, how?.again ?? false, learnKey),
  };
}

async function meet(
  needs: Needs,
  iri: string,
  again: boolean,
  learnKey: (actor: RemoteActor) => Promise<void>,
): Promise<'person' | 'community' | null> {
  if (sameOrigin(iri, needs.localOrigin)) return null;
  if (!again) {
    if (await needs.people.byIri(personIri(iri))) return 'person';
    if (await needs.communities.byIri(communityIri(iri))) return 'community';
  }
  const document = await needs.fetchDocument(iri);
  const actor = document.ok ? readActor(document.value) : document;
  if (!actor.ok || actor.value.id !== iri) return null;
  await learnKey(actor.value);
  return keepActor(needs, actor.value);
}

/**
 * Keeps what an actor's own document says: a Group as a community, everybody else as a person. Whoever is known stays
 * what she is: a member who calls herself a Group would stand on the roll as nobody who can leave it.
 */
async function keepActor(needs: Needs, actor: RemoteActor): Promise<'person' | 'community'> {
  const { host } = new URL(actor.id);
  const shared = {
    host,
    home: 'elsewhere' as const,
    inbox: actor.inbox,
    ...(actor.sharedInbox === undefined ? {} : { sharedInbox: actor.sharedInbox }),
    ...(actor.followers === undefined ? {} : { followers: actor.followers }),
    ...(actor.alsoKnownAs === undefined ? {} : { alsoKnownAs: actor.alsoKnownAs.map(actorIri) }),
  };
  const displayName = oneLine(actor.name ?? '').slice(0, 100) || actor.preferredUsername;
  const [person, before] = await Promise.all([
    needs.people.byIri(personIri(actor.id)),
    needs.communities.byIri(communityIri(actor.id)),
  ]);
  if (before !== null || (person === null && actor.type === 'Group')) {
    await needs.communities.keepElsewhere({
      ...shared,
      iri: communityIri(actor.id),
      name: actor.preferredUsername,
      title: displayName,
      purpose: needs.plainText(actor.summary ?? '').slice(0, 500),
      foundedAt: before?.foundedAt ?? needs.wall(),
      ...(actor.manuallyApprovesFollowers === true ? { admission: 'request' as const } : {}),
      ...(actor.isPrivate ? { membersOnly: true } : {}),
      ...(actor.moderators === undefined ? {} : { moderators: actor.moderators }),
      ...(actor.featured === undefined ? {} : { featured: actor.featured }),
      ...(actor.movedTo === undefined ? {} : { movedTo: communityIri(actor.movedTo) }),
    });
    return 'community';
  }
  await needs.people.keepElsewhere({
    ...shared,
    iri: personIri(actor.id),
    username: actor.preferredUsername,
    displayName,
    summary: needs.sanitise(actor.summary ?? ''),
    ...(actor.fields === undefined
      ? {}
      : { fields: actor.fields.map(({ name, value }) => ({ name: oneLine(name), value: needs.sanitise(value) })) }),
    since: person?.since ?? needs.wall(),
    ...(actor.movedTo === undefined ? {} : { movedTo: personIri(actor.movedTo) }),
  });
  return 'person';
}
