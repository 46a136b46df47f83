import { readTag, tagKey } from '../../community/hashtags.ts';
import type { Person } from '../../community/person.ts';
import { askedBy, personAsking } from '../bearer.ts';
import { ApiError } from '../errors.ts';
import { listBy } from '../own-lists.ts';
import type { Asking } from '../parts.ts';

/** What can be listened to (Mastodon's streaming API). */
export const STREAM_NAMES = [
  'user',
  'user:notification',
  'public',
  'public:media',
  'public:local',
  'public:local:media',
  'public:remote',
  'public:remote:media',
  'hashtag',
  'hashtag:local',
  'list',
  'direct',
] as const;
export type StreamName = (typeof STREAM_NAMES)[number];

/** One thing that somebody listens to. */
export interface Subscription {
  readonly name: StreamName;
  /** Of a hashtag: as it is looked for (`tagKey`). */
  readonly tag?: string;
  /** Of a list: its number. */
  readonly list?: string;
  /** How it is named in what is sent: as the app named it. */
  readonly label: readonly string[];
  /** The same for the same thing. */
  readonly key: string;
}

/** What a token must cover, as where the same is read page by page. */
const SCOPES: Readonly<Record<StreamName, string>> = {
  user: 'read:statuses',
  'user:notification': 'read:notifications',
  public: 'read:statuses',
  'public:media': 'read:statuses',
  'public:local': 'read:statuses',
  'public:local:media': 'read:statuses',
  'public:remote': 'read:statuses',
  'public:remote:media': 'read:statuses',
  hashtag: 'read:statuses',
  'hashtag:local': 'read:statuses',
  list: 'read:lists',
  direct: 'read:statuses',
};

const isName = (name: unknown): name is StreamName => STREAM_NAMES.includes(name as StreamName);
const LONGEST = 100;

/** One text, also where an app sends a list of one. */
const one = (said: unknown): string | undefined => {
  const first: unknown = Array.isArray(said) ? said[0] : said;
  return typeof first === 'string' && first !== '' && first.length <= LONGEST ? first : undefined;
};

/**
 * What an app asks to listen to. Refused with a sentence: what there is no such stream of, a hashtag stream without its
 * hashtag, a list stream without its list.
 */
function readSubscription(said: {
  readonly stream?: unknown;
  readonly tag?: unknown;
  readonly list?: unknown;
}): Subscription {
  const name = one(said.stream);
  if (!isName(name)) throw new ApiError(400, 'There is no such stream. Ask for “user”, “public”, “hashtag” or “list”.');
  if (name === 'hashtag' || name === 'hashtag:local') {
    const given = one(said.tag);
    const tag = given === undefined ? null : readTag(given);
    if (given === undefined || tag === null) throw new ApiError(400, 'Name the hashtag to listen to, in “tag”.');
    return { name, tag: tagKey(tag), label: [name, given], key: `${name} ${tagKey(tag)}` };
  }
  if (name === 'list') {
    const list = one(said.list);
    if (list === undefined) throw new ApiError(400, 'Name the list to listen to by its number, in “list”.');
    return { name, list, label: [name, list], key: `${name} ${list}` };
  }
  return { name, label: [name], key: name };
}

/** Who listens, and with what; an app that acts for nobody is refused like one without a token, as Mastodon does it. */
export function listenerIn(asking: Asking | null | undefined): { readonly asking: Asking; readonly person: Person } {
  if (!asking || !(asking.person ?? asking.applicant)) throw new ApiError(401, 'The access token is invalid');
  return { asking, person: personAsking(asking) };
}

/** What somebody may listen to of what her app asks for; refused with a sentence where she, or the app, may not. */
export async function subscriptionFor(
  house: Parameters<typeof listBy>[0],
  asking: Asking,
  said: Parameters<typeof readSubscription>[0],
): Promise<Subscription> {
  const subscription = readSubscription(said);
  const viewer = askedBy({ asking }, SCOPES[subscription.name]);
  // A list that is not hers is not there.
  if (subscription.list !== undefined) await listBy(house, viewer, subscription.list);
  return subscription;
}
