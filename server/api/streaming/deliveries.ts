import { covers } from '../../accounts/oauth/scopes.ts';
import { postNumber } from '../../community/numbers.ts';
import type { Post } from '../../community/post.ts';
import type { NewsItem } from '../../ports/news.ts';
import { type Conversation, conversationEntities, conversationsOf } from '../conversations.ts';
import { boostEntity, boostNumber, isEither, isWorthShowing } from '../listed.ts';
import type { ApiParts } from '../parts.ts';
import { isSeen } from '../seen.ts';
import { tellingTo } from '../telling.ts';
import type { Told, ToldType } from '../told.ts';
import type { Client, StreamEvent } from './client.ts';
import { freshStatus, notificationFor, statusFor } from './payloads.ts';
import type { Subscription } from './streams.ts';
import type { View } from './view.ts';

type House = ApiParts['house'];

/** Something that is sent to one who listens. */
export interface Delivery {
  readonly client: Client;
  readonly label: readonly string[];
  readonly event: StreamEvent;
}

/** One thing that one client listens to, and how its person sees things. */
export interface Place {
  readonly client: Client;
  readonly view: View;
  readonly subscription: Subscription;
}

/** All who listen. */
export interface Audience {
  readonly house: House;
  readonly places: readonly Place[];
}

/** Longer than anything is held: what is shown only after that belongs to the past, and is not put on top of lists. */
const NEW_FOR_MS = 73 * 60 * 60 * 1000;
/** So soon nobody has done anything with a post. */
const UNTOUCHED_MS = 60_000;

/** Who is sent what because of something that happened; who may see it is decided now, by the same rules as everywhere. */
export async function deliveriesOf(audience: Audience, item: NewsItem): Promise<readonly Delivery[]> {
  switch (item.kind) {
    case 'post':
      return appeared(audience, item);
    case 'post-changed':
      return changed(audience, item);
    case 'post-gone':
      return gone(audience, item);
    case 'share':
      return [...(await passedOn(audience, item)), ...(await reacted(audience, item))];
    case 'share-gone':
      return takenBack(audience, item);
    case 'like':
      return reacted(audience, item);
    case 'notice':
      return noticed(audience, item);
    case 'follow':
      if (!item.isNew) return [];
      return notify(audience, { to: item.target, type: 'follow', at: item.at }, ({ from }) => from === item.follower);
    case 'poll-closed':
      return notify(audience, { type: 'poll', at: item.at }, isAbout(item.post));
    case 'own':
      return item.what === 'filters' ? filtersChanged(audience, item.person) : [];
    case 'access':
      return [];
  }
}

type Item<Kind extends NewsItem['kind']> = Extract<NewsItem, { kind: Kind }>;

const isAbout =
  (post: Post['iri']) =>
  ({ about }: Told): boolean =>
    about !== undefined && ('post' in about ? about.post.iri === post : 'iri' in about && about.iri === post);

/**
 * Where a post is listened for, by those who may see it.
 *
 * @param as what they may see, where it is no longer there
 */
async function placesFor({ house, places }: Audience, post: Post, as = post): Promise<readonly Place[]> {
  const wanted = await Promise.all(places.map(({ view, subscription }) => view.wants(subscription, post)));
  const listening = places.filter((_, at) => wanted[at]);
  const seen = await Promise.all(listening.map(({ view }) => isSeen(house, as, view.person)));
  return listening.filter((_, at) => seen[at]);
}

/** The same event at some places; what is said is made once for each person. */
async function sending(
  places: readonly Place[],
  event: StreamEvent['event'],
  payloadFor: (view: View) => Promise<string | null> | string,
): Promise<readonly Delivery[]> {
  const made = new Map<View, Promise<string | null> | string>();
  const sent = places.map(async ({ client, view, subscription: { label } }): Promise<readonly Delivery[]> => {
    const making = made.get(view) ?? payloadFor(view);
    made.set(view, making);
    const payload = await making;
    return payload === null ? [] : [{ client, label, event: { event, payload } }];
  });
  return (await Promise.all(sent)).flat();
}

async function appeared(audience: Audience, { post: iri }: Item<'post'>): Promise<readonly Delivery[]> {
  const { house } = audience;
  const post = await house.posts.byIri(iri);
  if (post === null || post.deletedAt !== undefined) return [];
  const age = house.clock.now().getTime() - post.receivedAt.getTime();
  if (age > NEW_FOR_MS) return changed(audience, { post: iri });
  const payloadFor = age < UNTOUCHED_MS ? freshStatus(house, post) : (view: View) => statusFor(house, post, view);
  const [shown, told] = await Promise.all([
    placesFor(audience, post).then((places) => sending(places, 'update', payloadFor)),
    Promise.all(post.to.map((to) => notify(audience, { to, type: 'mention', at: post.receivedAt }, isAbout(iri)))),
  ]);
  const conversations = await inConversation(audience, [post.author, ...post.to], ({ last }) =>
    'post' in last ? last.post.iri === iri : false,
  );
  return [...shown, ...told.flat(), ...conversations];
}

async function noticed(audience: Audience, { to, id, at }: Item<'notice'>): Promise<readonly Delivery[]> {
  const [told, conversations] = await Promise.all([
    notify(audience, { to, type: 'mention', at }, ({ about }) =>
      about !== undefined && 'notice' in about ? about.notice.id === id : false,
    ),
    inConversation(audience, [to], ({ last }) => ('notice' in last ? last.notice.id === id : false)),
  ]);
  return [...told, ...conversations];
}

/** What is said among some alone, for those of them who listen to that: looked up as their list of it is. */
async function inConversation(
  { house, places }: Audience,
  among: readonly string[],
  isIt: (conversation: Conversation) => boolean,
): Promise<readonly Delivery[]> {
  const direct = places.filter(
    ({ client, subscription }) => subscription.name === 'direct' && among.includes(client.person.iri),
  );
  return sending(direct, 'conversation', async (view) => {
    const all = await conversationsOf(house, view.person, await view.unwanted('notices'));
    const [entity] = await conversationEntities(house, all.filter(isIt), view.person);
    return entity === undefined ? null : JSON.stringify(entity);
  });
}

async function changed(
  audience: Audience,
  { post: iri, was }: Pick<Item<'post-changed'>, 'post' | 'was'>,
): Promise<readonly Delivery[]> {
  const { house } = audience;
  const post = await house.posts.byIri(iri);
  if (post === null || post.deletedAt !== undefined) return [];
  const places = await placesFor(audience, post);
  const before: Post | null = was === undefined ? null : { ...post, audience: was, standing: { state: 'visible' } };
  const still = new Set(places);
  const lost = before === null ? [] : (await placesFor(audience, before)).filter((place) => !still.has(place));
  const [shown, hidden, told] = await Promise.all([
    sending(places, 'status.update', (view) => statusFor(house, post, view)),
    sending(lost, 'delete', () => postNumber(post)),
    toldOfEdition(audience, post),
  ]);
  return [...shown, ...hidden, ...told];
}

/** Who passed a post on is told that it was changed. */
async function toldOfEdition(audience: Audience, post: Post): Promise<readonly Delivery[]> {
  const { iri, editedAt: at } = post;
  if (at === undefined) return [];
  const { shares } = (await audience.house.postCounts.of([post]))(post);
  return shares === 0 ? [] : notify(audience, { type: 'update', at }, isAbout(iri));
}

async function gone(audience: Audience, { post: iri }: Item<'post-gone'>): Promise<readonly Delivery[]> {
  const post = await audience.house.posts.byIri(iri);
  // Of one whose deletion came first nobody has anything.
  if (post === null || post.author === (post.iri as string)) return [];
  const { deletedAt, ...standing } = post;
  return sending(await placesFor(audience, post, standing), 'delete', () => postNumber(post));
}

async function passedOn(audience: Audience, { actor, post: iri, activity, at }: Item<'share'>) {
  const { house } = audience;
  const followers = await followersOf(audience, actor);
  if (followers.length === 0) return [];
  // Sent again, it is the first that stands.
  const [post, then] = await Promise.all([house.posts.byIri(iri), house.reactions.sharesAt(at)]);
  if (post === null || !then.some((share) => share.actor === actor && share.post === iri)) return [];
  const boost = { actor, post: iri, activity, at };
  const worth = await Promise.all(
    followers.map(async ({ view }) => {
      const [home, unwanted] = await Promise.all([view.home(), view.unwanted('home')]);
      return isWorthShowing(post, home) && !(unwanted && isEither(unwanted, actor, post));
    }),
  );
  return sending(
    followers.filter((_, place) => worth[place]),
    'update',
    async ({ person }) => {
      const entity = await boostEntity(house, boost, person);
      return entity === null ? null : JSON.stringify(entity);
    },
  );
}

async function takenBack(audience: Audience, boost: Item<'share-gone'>): Promise<readonly Delivery[]> {
  return sending(await followersOf(audience, boost.actor), 'delete', () => boostNumber(boost).toString());
}

/** Where *home* is listened to by somebody who follows an actor. */
async function followersOf({ places }: Audience, actor: string): Promise<readonly Place[]> {
  const homes = places.filter(({ subscription }) => subscription.name === 'user');
  const follows = await Promise.all(homes.map(async ({ view }) => (await view.home()).followed));
  return homes.filter((_, at) => follows[at]?.some((iri) => iri === actor));
}

async function reacted(
  audience: Audience,
  { kind, actor, post, author, at }: Item<'like' | 'share'>,
): Promise<readonly Delivery[]> {
  if (author === undefined) return [];
  const type = kind === 'like' ? 'favourite' : 'reblog';
  return notify(audience, { to: author, type, at }, (told) => told.from === actor && isAbout(post)(told));
}

/**
 * Tells those who listen of something that they are told: looked up as their list of notifications is.
 *
 * @param to whom it concerns; absent: anybody it may concern
 */
async function notify(
  audience: Audience,
  { to, type, at }: { readonly to?: string; readonly type: ToldType; readonly at: Date },
  isIt: (told: Told) => boolean,
): Promise<readonly Delivery[]> {
  const { house } = audience;
  const places = audience.places.filter(
    ({ client, subscription: { name } }) =>
      (to === undefined || client.person.iri === to) &&
      (name === 'user' || name === 'user:notification') &&
      covers(client.scopes, 'read:notifications'),
  );
  const stretch = { notAfter: at, notBefore: at, oldestFirst: true, limit: 1000 };
  return sending(places, 'notification', async (view) => {
    const { fetch, isShown } = await tellingTo({ house }, view.person, { types: new Set([type]) });
    const found = (await fetch(stretch)).find((one) => isIt(one) && isShown(one));
    return found === undefined ? null : notificationFor(house, found, view);
  });
}

const filtersChanged = ({ places }: Audience, person: string): readonly Delivery[] =>
  places
    .filter(({ client, subscription }) => client.person.iri === person && subscription.name === 'user')
    .map(({ client, subscription: { label } }) => ({ client, label, event: { event: 'filters_changed' } }));
