import { beforeAll, describe, expect, it } from '@jest/globals';
import { type ActorIri, activityIri } from '../../../server/community/ids.ts';
import { TELL_EVERYTHING } from '../../../server/community/notification-policy.ts';
import type { Follow } from '../../../server/ports/follows.ts';
import type { Mark } from '../../../server/ports/marks.ts';
import { createMarks } from '../../../server/stores/marks.ts';
import { until } from '../../support/wait.ts';
import { alice, at, bob, communityHere, dora, guild, KEYS, personElsewhere, post, storeWorld } from './world.ts';

const world = storeWorld();

const follow = (target: ActorIri, state: Follow['state']): Follow => ({
  follower: alice,
  target,
  activity: activityIri(`https://north.example/follows/${target}`),
  state,
  at: at(1),
});
const mute = (subject: string): Mark => ({ person: alice, kind: 'mute', subject, at: at(1) });
const newest = { oldestFirst: false, limit: 20 };

beforeAll(async () => {
  const { stores } = world();
  await stores.communities.addHere(communityHere('guild'), KEYS);
  await stores.people.keepElsewhere(personElsewhere(dora, 'dora'));
});

describe('what a reader’s lists rest on', () => {
  it('is another one at once when this process writes, whatever it writes', async () => {
    const { readers, follows, marks, ownLists, gestures } = world().stores;
    const now = () => readers.of(alice);
    expect(await now()).toMatchObject({ communities: [], people: [], marks: [], ownLists: [] });
    await follows.put(follow(guild, 'accepted'), []);
    await follows.put(follow(dora, 'requested'), []);
    expect(await now()).toMatchObject({ communities: [guild], people: [] });
    await follows.put(follow(dora, 'accepted'), []);
    expect(await now()).toMatchObject({ communities: [guild], people: [dora] });
    await marks.put(mute(bob));
    expect((await now()).marks).toMatchObject([{ kind: 'mute', subject: bob }]);
    await marks.remove(alice, 'mute', bob);
    expect((await now()).marks).toEqual([]);
    const content = { title: 'Two', replies: 'list', exclusive: false, actors: [dora] } as const;
    await ownLists.add({ person: alice, id: '7', at: at(1), content });
    expect((await now()).ownLists).toMatchObject([{ id: '7', content }]);
    const { iri } = post(1);
    expect((await (await now()).towards([{ iri }]))(iri)).toEqual({ shared: false, bookmarked: false, pinned: false });
    const activity = activityIri('https://north.example/likes/1');
    await gestures.put({ actor: alice, post: iri, kind: 'like', activity, at: at(2) }, []);
    await marks.put({ person: alice, kind: 'bookmark', subject: iri, at: at(2) });
    expect((await (await now()).towards([{ iri }]))(iri)).toMatchObject({ stance: 'like', bookmarked: true });
  });

  it('is how she wants to be told, and what of it she has put away', async () => {
    const { stores, another } = world();
    const { readers, notificationMarks, notificationPolicies } = stores;
    const now = async () => (await readers.of(alice)).telling();
    expect(await now()).toEqual({ policy: TELL_EVERYTHING, putAway: { dismissed: new Set() } });
    const content = { ...TELL_EVERYTHING, newAccounts: 'drop' } as const;
    await notificationPolicies.add({ person: alice, id: '1', at: at(1), content });
    await notificationMarks.dismiss(alice, '17');
    expect(await now()).toEqual({ policy: content, putAway: { dismissed: new Set(['17']) } });
    await notificationMarks.clear(alice, at(5));
    expect((await now()).putAway).toEqual({ clearedBefore: at(5), dismissed: new Set() });
    await another().notificationMarks.dismiss(alice, '18');
    await until('it is seen', async () => (await now()).putAway.dismissed.has('18'));
    await notificationMarks.forget(alice);
    await notificationPolicies.forget(alice);
    expect(await now()).toEqual({ policy: TELL_EVERYTHING, putAway: { dismissed: new Set() } });
  });

  it('is read once for many who ask, as long as nothing of it is written', async () => {
    const { readers, marks } = world().stores;
    const first = await readers.of(alice);
    expect(await readers.of(alice)).toBe(first);
    await marks.put({ ...mute(dora), person: bob });
    expect(await readers.of(alice)).toBe(first);
  });

  it('is looked at again soon after another process has written', async () => {
    const { stores, another } = world();
    await stores.readers.of(alice);
    await another().marks.put(mute(bob));
    const hasMuted = async () => (await stores.readers.of(alice)).marks.some(({ subject }) => subject === bob);
    await until('the mute is known here too', hasMuted, 5000);
    await another().marks.remove(alice, 'mute', bob);
    stores.readers.lookAgain(alice);
    expect(await hasMuted()).toBe(false);
  });

  it('is kept by nobody while somebody writes, also one who never ends it', async () => {
    const { stores, db, sealer } = world();
    await stores.readers.of(alice);
    // Another process, that stops between what it says beforehand and what it would say afterwards.
    const readers = db.collection<{ _id: string }>('readers');
    await readers.updateOne({ _id: alice }, { $set: { edition: 'another', open: 'another' } });
    stores.readers.lookAgain(alice);
    const before = await stores.readers.of(alice);
    await createMarks(db, sealer).put(mute(bob));
    expect(before.marks).toEqual([]);
    expect((await stores.readers.of(alice)).marks).toMatchObject([{ subject: bob }]);
    // The next one who ends what she writes ends it all.
    await stores.marks.remove(alice, 'mute', bob);
    await readers.updateOne({ _id: alice }, { $unset: { open: 1 } });
    expect((await stores.readers.of(alice)).marks).toEqual([]);
  });

  it('never decides what she may see: who has left a community sees nothing that is for its members', async () => {
    const { stores, another } = world();
    const secret = post(5, { audience: 'members', author: bob });
    await stores.posts.add(secret, []);
    const shown = async () => {
      const lists = [
        { communities: [guild], authors: [alice] },
        { author: bob, replies: true },
      ] as const;
      const found = await Promise.all([
        ...lists.map((of) => stores.timelines.stretch(of, alice, newest)),
        stores.timelines.thread(secret.thread, alice),
      ]);
      return found.map((posts) => posts.some(({ iri }) => iri === secret.iri));
    };
    expect(await shown()).toEqual([true, true, true]);
    // By another process, and looked at before this one can know.
    await another().follows.put(follow(guild, 'ended'), []);
    expect(await shown()).toEqual([false, false, false]);
    await stores.follows.put(follow(guild, 'accepted'), []);
    expect(await shown()).toEqual([true, true, true]);
  });
});
