import type { Db, Document, IndexDescription } from 'mongodb';

/** Of the documents that have a field only: what waits is always a small part of what is kept. */
const having = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });

/** Documents whose effects are pending. */
const PENDING: IndexDescription = { name: 'pending', key: { pendingAt: 1 }, ...having('pendingAt') };

/** Posts that are for some people alone. */
const FOR_SOME = { audience: { $in: ['circle', 'direct'] } };

/** Every index but those on `_id`, by collection. One that changes gets a new name, and a migration drops the old one. */
export const INDEXES: Readonly<Record<string, readonly IndexDescription[]>> = {
  sessions: [
    { name: 'expires', key: { expires: 1 } },
    { name: 'person', key: { 'session.passport.user.name': 1 }, ...having('session.passport.user.name') },
    { name: 'pushDue', key: { 'push.dueAt': 1 }, ...having('push.dueAt') },
    { name: 'pushPerson', key: { 'push.person': 1 }, ...having('push.person') },
  ],
  throttle: [
    { name: 'key', key: { key: 1 }, unique: true },
    { name: 'expire', key: { expire: 1 } },
  ],
  actors: [
    { name: 'localName', key: { localName: 1 }, unique: true, ...having('localName') },
    { name: 'inbox', key: { inbox: 1 } },
    { name: 'sharedInbox', key: { sharedInbox: 1 }, ...having('sharedInbox') },
    { name: 'handle', key: { handle: 1 }, ...having('handle') },
    { name: 'number', key: { number: 1 }, ...having('number') },
    { name: 'email', key: { 'email.key': 1 }, unique: true, ...having('email.key') },
    { name: 'applicants', key: { type: 1, askedAt: 1 }, ...having('askedAt') },
    { name: 'linksCheckAt', key: { linksCheckAt: 1 }, ...having('linksCheckAt') },
    { name: 'vouching', key: { 'vouching.organisation': 1 }, ...having('vouching.organisation') },
    // Whom a passkey, or what another house says, leads to: one person.
    { name: 'passkey', key: { 'credential.passkeys.id': 1 }, unique: true, ...having('credential.passkeys.id') },
    { name: 'identity', key: { 'credential.identities.key': 1 }, unique: true, ...having('credential.identities.key') },
    { name: 'communitiesHere', key: { type: 1, home: 1, foundedAt: 1, _id: 1 }, ...having('foundedAt') },
    PENDING,
  ],
  communityInvitations: [
    { name: 'by', key: { by: 1, community: 1, createdAt: -1 } },
    { name: 'for', key: { for: 1, community: 1 }, ...having('for') },
    { name: 'expiresAt', key: { expiresAt: 1 } },
  ],
  follows: [
    { name: 'followers', key: { target: 1, state: 1, at: 1, follower: 1 } },
    { name: 'following', key: { follower: 1, state: 1 } },
    { name: 'followersByHost', key: { target: 1, state: 1, follower: 1 } },
    { name: 'activity', key: { activity: 1 } },
    PENDING,
  ],
  posts: [
    { name: 'key', key: { key: 1 }, unique: true },
    // Partial, so that no other timeline is ever read through it.
    {
      name: 'openings',
      key: { community: 1, receivedAt: -1, _id: -1 },
      partialFilterExpression: { opening: true },
    },
    { name: 'lately', key: { community: 1, receivedAt: -1, _id: -1, author: 1 } },
    { name: 'authorInCommunity', key: { author: 1, community: 1, receivedAt: -1 } },
    { name: 'thread', key: { thread: 1, receivedAt: 1, _id: 1 } },
    { name: 'author', key: { author: 1, receivedAt: -1, _id: -1 } },
    { name: 'received', key: { receivedAt: -1, _id: -1 } },
    // Of one community, what has a hashtag: its kinds.
    { name: 'taggedInCommunity', key: { community: 1, tags: 1, receivedAt: -1, _id: -1 }, ...having('tags') },
    { name: 'tagged', key: { tags: 1, receivedAt: -1, _id: -1 }, ...having('tags') },
    // Of one word the newest first, so that looking for a frequent one costs no more than for a rare one. Without the
    // id, which would be written once for each word.
    { name: 'words', key: { words: 1, receivedAt: -1 }, ...having('words') },
    { name: 'wordless', key: { wordless: 1 }, ...having('wordless') },
    { name: 'addressed', key: { to: 1, receivedAt: -1, _id: -1 }, ...having('to.0') },
    { name: 'toSome', key: { to: 1, receivedAt: -1, _id: -1 }, partialFilterExpression: FOR_SOME },
    { name: 'bySomebodyToSome', key: { author: 1, receivedAt: -1, _id: -1 }, partialFilterExpression: FOR_SOME },
    { name: 'closedPolls', key: { community: 1, 'poll.closedAt': -1, _id: -1 }, ...having('poll.closedAt') },
    { name: 'uncounted', key: { 'uncounted.from': 1 }, ...having('uncounted.from') },
    { name: 'quoteCheckAt', key: { quoteCheckAt: 1 }, ...having('quoteCheckAt') },
    { name: 'quoteStamp', key: { 'quoteApproval.stamp': 1 }, ...having('quoteApproval') },
    { name: 'quotedIn', key: { 'details.quote.post': 1, receivedAt: -1, _id: -1 }, ...having('details.quote.post') },
    { name: 'deletedByAuthor', key: { author: 1 }, ...having('deletedAt') },
    { name: 'deletedInCommunity', key: { community: 1 }, ...having('deletedAt') },
    PENDING,
  ],
  reactions: [
    { name: 'post', key: { post: 1, kind: 1 } },
    { name: 'activity', key: { activity: 1, actor: 1 } },
    { name: 'author', key: { author: 1, kind: 1, at: -1 }, ...having('author') },
    { name: 'sharesBy', key: { actor: 1, at: -1 }, partialFilterExpression: { kind: 'share' } },
    { name: 'sharesAt', key: { at: 1 }, partialFilterExpression: { kind: 'share' } },
  ],
  relations: [
    { name: 'from', key: { from: 1, at: 1, _id: 1 } },
    { name: 'to', key: { to: 1, at: 1, _id: 1 } },
  ],
  quoteLeaves: [{ name: 'author', key: { author: 1, at: -1, _id: -1 } }, PENDING],
  reports: [
    { name: 'about', key: { about: 1, at: -1, _id: -1 } },
    { name: 'community', key: { community: 1, case: 1, at: 1, _id: 1 } },
    PENDING,
    { name: 'onPost', key: { posts: 1, at: -1, _id: -1 } },
  ],
  entries: [{ name: 'record', key: { community: 1, seq: 1 }, unique: true }, PENDING],
  ballots: [{ name: 'proposal', key: { community: 1, proposal: 1, castAt: 1, _id: 1 } }, PENDING],
  papers: [{ name: 'vote', key: { community: 1, proposal: 1 } }],
  paperCodes: [{ name: 'vote', key: { community: 1, proposal: 1 } }],
  voices: [{ name: 'name', key: { community: 1, epoch: 1, name: 1 }, unique: true }],
  secretBallots: [{ name: 'vote', key: { community: 1, proposal: 1 } }],
  received: [
    { name: 'due', key: { dueAt: 1, place: 1 }, ...having('dueAt') },
    { name: 'done', key: { doneAt: 1 }, ...having('doneAt') },
  ],
  activities: [{ name: 'outbox', key: { actor: 1, public: 1, at: -1, _id: -1 } }],
  deliveries: [
    { name: 'due', key: { nextAt: 1, host: 1 }, ...having('nextAt') },
    // Without the time, so that a lease need not touch it.
    { name: 'waitingFor', key: { host: 1 }, ...having('nextAt') },
    { name: 'activity', key: { activity: 1 } },
    { name: 'done', key: { doneAt: 1 }, ...having('doneAt') },
    { name: 'dead', key: { deadAt: 1 }, ...having('deadAt') },
  ],
  onceSent: [{ name: 'at', key: { at: 1 } }],
  scheduledPosts: [
    { name: 'dueAt', key: { dueAt: 1, _id: 1 } },
    { name: 'person', key: { person: 1, dueAt: 1 } },
  ],
  authorizationCodes: [
    { name: 'expiresAt', key: { expiresAt: 1 } },
    { name: 'person', key: { person: 1 } },
  ],
  uploads: [
    { name: 'post', key: { post: 1 }, ...having('post') },
    { name: 'unused', key: { by: 1, post: 1 } },
    { name: 'until', key: { until: 1 }, ...having('until') },
    { name: 'held', key: { heldUntil: 1 }, ...having('heldUntil') },
  ],
  accessTokens: [
    { name: 'person', key: { person: 1, createdAt: -1 }, ...having('person') },
    { name: 'code', key: { code: 1 }, ...having('code') },
    { name: 'pushDue', key: { 'push.dueAt': 1 }, ...having('push.dueAt') },
  ],
  listedServers: [{ name: 'list', key: { list: 1, since: -1, _id: 1 } }],
  juryPools: [{ name: 'community', key: { community: 1 } }],
  juryVotes: [
    { name: 'jury', key: { community: 1, jury: 1, round: 1 } },
    { name: 'forgetting', key: { forgetFrom: 1 }, ...having('forgetFrom') },
  ],
  juryTexts: [
    { name: 'jury', key: { community: 1, jury: 1, at: 1, _id: 1 } },
    { name: 'forgetting', key: { forgetFrom: 1 }, ...having('forgetFrom') },
  ],
  sentVotes: [PENDING],
  gestures: [
    PENDING,
    { name: 'activity', key: { activity: 1 } },
    // Of what she likes alone: what was taken back has `takenBackAt` and is passed over.
    { name: 'liked', key: { actor: 1, at: -1, _id: -1 }, partialFilterExpression: { kind: 'like' } },
  ],
  letterWishes: [{ name: 'due', key: { dueAt: 1 }, ...having('dueAt') }],
  mails: [PENDING, { name: 'until', key: { until: 1 } }, { name: 'person', key: { person: 1 }, ...having('person') }],
  marks: [
    { name: 'kept', key: { person: 1, kind: 1, at: -1, _id: -1 } },
    { name: 'until', key: { until: 1 }, ...having('until') },
  ],
  imports: [{ name: 'person', key: { person: 1, at: -1, _id: -1 } }, PENDING],
  feeds: [{ name: 'nextAt', key: { nextAt: 1 }, ...having('nextAt') }],
  feedItems: [{ name: 'feed', key: { feed: 1, at: -1, _id: -1 } }],
  feedFollows: [{ name: 'feed', key: { feed: 1 } }],
  collections: [{ name: 'person', key: { person: 1, at: -1, _id: -1 } }],
  lookBacks: [{ name: 'at', key: { at: 1, _id: 1 } }],
  keepsakes: [{ name: 'kept', key: { person: 1, kind: 1, at: 1, _id: 1 } }],
  witnessed: [PENDING],
  cosignatures: [{ name: 'community', key: { community: 1 } }],
  opinions: [{ name: 'vote', key: { community: 1, proposal: 1, choice: 1 } }],
  confirmations: [{ name: 'vote', key: { community: 1, proposal: 1 } }],
  notices: [
    { name: 'reader', key: { to: 1, at: -1, _id: -1 } },
    { name: 'message', key: { to: 1, post: 1 }, ...having('post') },
    PENDING,
  ],
};

/**
 * Collections that are kept in the order of their `_id`, which is a hash: in any other the order of the documents is the
 * order in which they came, and would say which ballot was cast after which paper was given, or who followed a feed.
 */
const CLUSTERED = ['papers', 'paperCodes', 'secretBallots', 'openedKeys', 'feedFollows', 'voices'] as const;

async function createClustered(db: Db): Promise<void> {
  const there = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  const missing = CLUSTERED.filter((name) => !there.has(name));
  await Promise.all(
    missing.map((name) => db.createCollection(name, { clusteredIndex: { key: { _id: 1 }, unique: true } })),
  );
}

/** Of fixed size, in the order of writing: what is passed on between processes at once, and of use for a moment only. */
const CAPPED = { name: 'news', size: 2 * 1024 * 1024 } as const;

/** One that was made by a write before it was created here is of the wrong kind: nothing in it is worth keeping. */
async function createCapped(db: Db): Promise<void> {
  const { name, size } = CAPPED;
  const [there] = await db.listCollections<{ name: string; type: string; options: Document }>({ name }).toArray();
  if (there?.options.capped === true) return;
  if (there !== undefined) await db.dropCollection(name);
  // Another process may have been quicker.
  await db.createCollection(name, { capped: true, size }).catch(async (cause: unknown) => {
    const [now] = await db.listCollections({ name }).toArray();
    if (now === undefined) throw cause;
  });
}

/** Creates what is missing; doing it at every start changes nothing once they are there. */
export async function ensureIndexes(db: Db): Promise<void> {
  await Promise.all([createClustered(db), createCapped(db)]);
  await Promise.all(
    Object.entries(INDEXES).map(([collection, indexes]) => db.collection(collection).createIndexes([...indexes])),
  );
}
