import { describe, expect, it } from '@jest/globals';
import { activityIri } from '../../../server/community/ids.ts';
import { INDEXES } from '../../../server/database/indexes.ts';
import type { Follow } from '../../../server/ports/follows.ts';
import type { Claimed, Pending } from '../../../server/ports/pending.ts';
import { alice, at, ballot, bob, communityHere, dora, guild, KEYS, post, storeWorld, T0 } from './world.ts';

const world = storeWorld();
const LEASE_MS = 60_000;

const following = (changes: Partial<Follow> = {}): Follow => ({
  follower: dora,
  target: guild,
  activity: activityIri('https://south.example/follows/1'),
  state: 'accepted',
  at: T0,
  ...changes,
});

/** Takes what is there, so that a test begins with nothing pending. */
async function drain<Work>(pending: Pending<Work>, now: Date): Promise<Work[]> {
  const claimed = await pending.claim(now, LEASE_MS, 10);
  await Promise.all(claimed.map(({ id }) => pending.done(id)));
  return claimed.map(({ work }) => work);
}

/** Takes the one that is due, or nothing. */
async function take<Work>(pending: Pending<Work>, now: Date): Promise<Claimed<Work> | null> {
  return (await pending.claim(now, LEASE_MS, 1))[0] ?? null;
}

describe('pending effects', () => {
  it('of ten workers one gets a document, and nobody after it is done', async () => {
    const { stores, another } = world();
    const workers = Array.from({ length: 10 }, () => another().pending.posts);
    const added = post(1);
    await stores.posts.add(added, ['announce', 'deliver']);
    const claims = await Promise.all(workers.map((worker) => take(worker, T0)));
    const [claim, ...others] = claims.filter((one) => one !== null);
    expect(others).toEqual([]);
    expect(claim).toMatchObject({ work: { post: added, effects: ['announce', 'deliver'] }, attempts: 0 });
    await stores.pending.posts.done(`${claim?.id}`);
    expect(await take(stores.pending.posts, at(9999))).toBeNull();
    expect(await stores.posts.byIri(added.iri)).toEqual(added);
  });

  it('a worker that dies loses nothing: after its lease another takes over', async () => {
    const { posts, pending } = world().stores;
    await posts.add(post(1), ['deliver']);
    const dead = await take(pending.posts, T0);
    expect(await take(pending.posts, at(59))).toBeNull();
    const heir = await take(pending.posts, at(61));
    expect(heir).toMatchObject({ work: dead?.work, attempts: 1 });
    // The dead one comes back: its lease is over, so it marks nothing done.
    await pending.posts.done(`${dead?.id}`);
    expect(await take(pending.posts, at(123))).toMatchObject({ attempts: 2 });
    await drain(pending.posts, at(999));
  });

  it('one question tells where something is due now, and not where it is leased, later or done', async () => {
    const { posts, ballots, pending, placesWithDue } = world().stores;
    const places = Object.values(pending).flatMap(({ place }) => place ?? []);
    expect(places).toHaveLength(Object.keys(pending).length);
    const due = async (now: Date) => [...(await placesWithDue(places, now))].toSorted();
    await Promise.all(Object.values(pending).map((one) => drain(one as Pending<unknown>, at(99_999))));
    expect(await due(at(99_999))).toEqual([]);
    await posts.add(post(70), ['deliver']);
    await ballots.cast(ballot(alice));
    expect(await due(T0)).toEqual(['ballots', 'posts']);
    const claim = await take(pending.posts, T0);
    expect(await due(T0)).toEqual(['ballots']);
    expect(await due(at(70))).toEqual(['ballots', 'posts']);
    await pending.posts.retry(`${claim?.id}`, at(99_000), 'no answer');
    expect(await due(at(70))).toEqual(['ballots']);
    await drain(pending.ballots, at(70));
    expect(await due(at(70))).toEqual([]);
    expect(await placesWithDue([], at(70))).toEqual(new Set());
    await drain(pending.posts, at(99_999));
  });

  it('what failed is tried again at its time', async () => {
    const { posts, pending } = world().stores;
    await posts.add(post(1), ['deliver']);
    const claim = await take(pending.posts, T0);
    await pending.posts.retry(`${claim?.id}`, at(5), 'no answer');
    expect(await take(pending.posts, at(4))).toBeNull();
    expect(await drain(pending.posts, at(5))).toHaveLength(1);
  });

  it('an edit while the first effects are under way waits for them, and is not lost', async () => {
    const { stores, wall } = world();
    const { posts, pending } = stores;
    const edited = post(1);
    await posts.add(edited, ['announce']);
    wall.now = at(1);
    const claim = await take(pending.posts, wall.now);
    await posts.edit(edited.iri, { html: 'new' }, ['announce-update']);
    expect(await take(pending.posts, at(2))).toBeNull();
    await pending.posts.done(`${claim?.id}`);
    const second = await take(pending.posts, at(2));
    expect(second?.work).toMatchObject({ effects: ['announce-update'], post: { html: 'new' } });
    await pending.posts.done(`${second?.id}`);
    expect(await take(pending.posts, at(999))).toBeNull();
    wall.now = T0;
  });

  it('an edit before the first effects were taken comes after them', async () => {
    const { posts, pending } = world().stores;
    const edited = post(1);
    await posts.add(edited, ['announce']);
    await posts.edit(edited.iri, { html: 'new' }, ['announce-update']);
    await posts.bury(edited.iri, at(2), ['announce-delete']);
    expect(await drain(pending.posts, at(3))).toMatchObject([
      { effects: ['announce', 'announce-update', 'announce-delete'] },
    ]);
  });

  it('leaving overtakes a joining that nobody has carried out', async () => {
    const { follows, pending } = world().stores;
    await follows.put(following(), ['record-join', 'accept']);
    await follows.put(following({ state: 'ended' }), ['record-leave']);
    await follows.put(following({ state: 'ended', at: at(1) }), []);
    expect(await drain(pending.follows, at(3))).toEqual([
      { follow: following({ state: 'ended', at: at(1) }), effects: ['record-leave'] },
    ]);
  });

  it('leaving while the joining is under way is carried out after it', async () => {
    const { follows, pending } = world().stores;
    await follows.put(following(), ['record-join', 'accept']);
    const joining = await take(pending.follows, T0);
    await follows.put(following({ state: 'ended' }), ['record-leave']);
    await pending.follows.done(`${joining?.id}`);
    expect(await drain(pending.follows, at(1))).toMatchObject([{ effects: ['record-leave'] }]);
  });

  it('each kind of document has its own line', async () => {
    const { communities, ballots, notices, sentVotes, pending } = world().stores;
    const founded = communityHere('founded');
    await communities.addHere(founded, KEYS);
    expect(await drain(pending.foundings, T0)).toEqual([{ community: founded }]);
    expect(await communities.byIri(founded.iri)).toEqual(founded);

    const cast = ballot(bob);
    await ballots.cast(cast);
    expect(await drain(pending.ballots, T0)).toEqual([{ ballot: cast }]);

    const notice = { id: 'n1', to: dora, from: guild, kind: 'receipt', text: 'Counted.', at: T0 } as const;
    expect(await notices.add(notice)).toBe('added');
    expect(await notices.add(notice)).toBe('known');
    await notices.add({ ...notice, id: 'n2', to: alice });
    expect(await drain(pending.notices, T0)).toEqual([{ notice }]);
    expect((await notices.to(alice, 10)).map(({ id }) => id)).toEqual(['n2']);

    const vote = { question: post(1).iri, voter: alice, choice: 'yes', at: T0 };
    expect(await sentVotes.add(vote)).toBe('added');
    expect(await sentVotes.add({ ...vote, choice: 'no' })).toBe('already');
    expect(await drain(pending.sentVotes, T0)).toEqual([{ vote }]);
    expect(await sentVotes.get(vote.question, alice)).toEqual(vote);
  });
});

describe('what a process that is gone had in hand', () => {
  it('is due at once when its leases are ended, of every collection whose documents carry effects', async () => {
    const { db, wall, another } = world();
    const collections = Object.keys(INDEXES).filter((name) => INDEXES[name]?.some((index) => index.name === 'pending'));
    expect(collections).toContain('ballots');
    const leased = {
      pending: ['x'],
      pendingAt: at(500),
      pendingLeased: true,
      pendingAttempts: 1,
      localName: 'in hand',
    };
    const key = { type: 'person', community: 'in hand', seq: 1, key: 'in hand' };
    for (const name of collections) {
      await db.collection<{ _id: string }>(name).insertOne({ _id: 'in hand', ...key, ...leased });
    }
    const founding = { ...key, ...leased, _id: 'founded here', type: 'community', localName: 'founded here' };
    await db.collection<{ _id: string }>('actors').insertOne(founding);
    await another().freeClaims();
    for (const name of collections) {
      const inHand = { _id: { $in: ['in hand', 'founded here'] } };
      const documents = await db.collection<{ _id: string }>(name).find(inHand).toArray();
      expect([name, documents.length]).toEqual([name, name === 'actors' ? 2 : 1]);
      for (const document of documents)
        expect([name, document]).toMatchObject([name, { pendingAt: wall.now, pendingLeased: false }]);
      await db.collection<{ _id: string }>(name).deleteMany(inHand);
    }
  });
});
