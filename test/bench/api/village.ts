import { randomBytes } from 'node:crypto';
import { hashOf } from '../../../server/accounts/oauth/apps.ts';
import type { ActorIri, CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { postNumber } from '../../../server/community/numbers.ts';
import type { Post } from '../../../server/community/post.ts';
import { ENGINE_CACHE } from '../../support/engine.ts';
import { type Hand, withoutServer } from '../ours/open-house.ts';
import { prepareVillage, type Village } from '../ours/prepare.ts';
import { addLikes, addPosts, addThread, type Writers } from './crowd-of-posts.ts';

/** A server full of posts, and what its apps ask for. */
export interface ApiVillage {
  readonly village: Village;
  readonly dataDir: string;
  /** Tokens of members; the first is the reader's. */
  readonly tokens: readonly string[];
  readonly reader: ActorIri;
  readonly community: CommunityIri;
  readonly threadRoot: PostIri;
  /** What client apps know them by. */
  readonly threadNumber: string;
  readonly pollNumber: string;
}

export interface ApiVillagePlan {
  readonly dataDir: string;
  readonly accounts: number;
  readonly answers: number;
  /** So many of them vote, and so many write. */
  readonly apps: number;
  readonly say: (step: string) => void;
}

/** A community of people with accounts here, one open vote, a long thread; nobody has written much yet. */
export async function prepareApiVillage({
  dataDir,
  accounts,
  answers,
  apps,
  say,
}: ApiVillagePlan): Promise<ApiVillage> {
  const names = Array.from({ length: accounts }, (_, at) => `person${at + 1}`);
  say(`${accounts} people sign up, join, and bring a proposal to its vote`);
  const village = await prepareVillage({ dataDir, crowd: [], posts: 1, questions: 1, accounts: names });
  const hand = await openedWithoutServer(village, dataDir);
  try {
    const writers = writersOf(hand, accounts);
    const [published, question] = await Promise.all([
      hand.house.posts.byIri(village.targets.posts[0] as PostIri),
      hand.house.posts.byIri(village.targets.questions[0] as PostIri),
    ]);
    if (published === null || question === null) throw new Error('what was prepared is not there');
    const threadRoot = await addThread(hand, writers, { answers, pattern: published });
    const root = (await hand.house.posts.byIri(threadRoot)) as Post;
    const tokens = await Promise.all(
      [writers.reader, ...writers.others.slice(0, apps)].map((who) => tokenOf(hand, who)),
    );
    return {
      village,
      dataDir,
      tokens,
      reader: writers.reader,
      community: writers.community,
      threadRoot,
      threadNumber: postNumber(root),
      pollNumber: postNumber(question),
    };
  } finally {
    await hand.close();
  }
}

/** Adds posts until there are so many, and follows and likes as people leave them. */
export async function fillVillage(
  { village, dataDir }: ApiVillage,
  { accounts, from, until, follows }: Readonly<Record<'accounts' | 'from' | 'until' | 'follows', number>>,
): Promise<void> {
  const hand = await openedWithoutServer(village, dataDir);
  try {
    const writers = writersOf(hand, accounts);
    await addPosts(hand, writers, { from, until, pattern: village.targets.posts[0] as PostIri });
    for (const target of writers.others.slice(0, follows)) {
      const activity = hand.house.addresses.activity('follow', writers.reader, target);
      const follow = { follower: writers.reader as PersonIri, target, activity, state: 'accepted', at: new Date() };
      await hand.house.follows.put(follow as Parameters<typeof hand.house.follows.put>[0], []);
    }
    await addLikes(hand, writers);
  } finally {
    await hand.close();
  }
}

const openedWithoutServer = ({ origin, port }: Village, dataDir: string): Promise<Hand> =>
  withoutServer({
    PUBLIC_URL: origin,
    PORT: String(port),
    DATA_DIR: dataDir,
    ENGINE_CACHE_DIR: ENGINE_CACHE,
    ALLOW_LOOPBACK: 'true',
  });

const writersOf = ({ house: { addresses } }: Hand, accounts: number): Writers => ({
  reader: addresses.person('alice'),
  others: Array.from({ length: accounts }, (_, at) => addresses.person(`person${at + 1}`)),
  community: addresses.community('guild'),
});

/** As an app has it after a sign-in. */
async function tokenOf({ house }: Hand, person: ActorIri): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const scopes = ['read', 'write', 'follow'];
  const app = 'the bench';
  await house.accessTokens.add({ id: hashOf(token), app, person: person as PersonIri, scopes, createdAt: new Date() });
  return token;
}
