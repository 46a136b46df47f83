import type { ActorIri, CommunityIri, PersonIri } from '../../server/community/ids.ts';
import type { Follow } from '../../server/ports/follows.ts';
import { RecentlyUsed } from '../../server/recently-used.ts';
import { sameOrigin } from '../vocabulary/iri.ts';
import { asArray, idOf, type JsonObject, memberOf } from '../vocabulary/read.ts';
import { followersDigest, readSynchronisation } from '../vocabulary/synchronisation.ts';
import type { ReceiveContext } from './context.ts';

type Needs = Pick<
  ReceiveContext,
  'people' | 'communities' | 'follows' | 'actions' | 'addresses' | 'fetchDocument' | 'log'
>;

/** Brings who follows a sender from here in line with what her server knows of it. */
export type Synchronise = (sender: ActorIri, header: string) => Promise<void>;

/** One sender is asked so seldom: both sides settle down in between. */
const ONCE_MS = 3_600_000;
const MOST_SENDERS = 5000;
/** Longer lists are not read: nobody has so many followers at one server of the size this is made for. */
const MOST_FOLLOWERS = 10_000;

/**
 * FEP-8fcf: two servers may disagree about who follows whom, after a crash or a lost activity. The sender's header says
 * which followers here she knows of; when that is not what stands here, her server is asked for the list. Who is not in
 * it no longer follows her; who is in it and does not follow her is taken back there.
 */
export function createSynchronise(needs: Needs, wall: () => Date): Synchronise {
  const asked = new RecentlyUsed<string, number>({ limit: MOST_SENDERS });

  return async (sender, header) => {
    const said = readSynchronisation(header);
    if (said === undefined || !sameOrigin(said.url, sender)) return;
    if ((await followersAddress(needs, sender)) !== said.collectionId) return;
    const here = (await needs.follows.followersOf(sender)).filter(needs.addresses.isHere);
    if (followersDigest(here) === said.digest) return;
    const now = wall().getTime();
    if (now - (asked.get(sender) ?? 0) < ONCE_MS) return;
    asked.set(sender, now);
    const fetched = await needs.fetchDocument(said.url);
    const listed = fetched.ok ? followersIn(fetched.value) : undefined;
    if (listed === undefined) return;
    await align(needs, { sender, here, listed: listed.filter(needs.addresses.isHere) as ActorIri[] });
  };
}

async function followersAddress({ people, communities }: Needs, sender: ActorIri): Promise<string | undefined> {
  const actor = (await people.byIri(sender as PersonIri)) ?? (await communities.byIri(sender as CommunityIri));
  return actor?.followers;
}

function followersIn(document: JsonObject): readonly string[] | undefined {
  const items = memberOf(document, 'orderedItems') ?? memberOf(document, 'items');
  if (!Array.isArray(items) || items.length > MOST_FOLLOWERS) return undefined;
  return asArray(items).flatMap((item) => idOf(item) ?? []);
}

async function align(
  { follows, actions, log }: Needs,
  { sender, here, listed }: { sender: ActorIri; here: readonly ActorIri[]; listed: readonly ActorIri[] },
): Promise<void> {
  const unknownThere = here.filter((follower) => !listed.includes(follower));
  const unknownHere = listed.filter((follower) => !here.includes(follower));
  if (unknownThere.length + unknownHere.length === 0) return;
  log.info({ sender, unknownThere, unknownHere }, 'who follows somebody elsewhere was brought in line');
  for (const follower of unknownThere) {
    const follow = await follows.get(follower, sender);
    if (follow?.state === 'accepted') await actions.answerFollow({ follow, answer: 'ended' });
  }
  for (const follower of unknownHere) await takeBack({ follows, actions }, follower, sender);
}

/** One who has asked and not been answered yet is in between, and left alone. */
async function takeBack(
  { follows, actions }: Pick<Needs, 'follows' | 'actions'>,
  follower: ActorIri,
  sender: ActorIri,
): Promise<void> {
  const follow: Follow | null = await follows.get(follower, sender);
  if (follow?.state === 'ended') await actions.takeFollowBack({ follow });
}
