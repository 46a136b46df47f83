import { describe, expect, it } from '@jest/globals';
import { type ActorIri, actorIri, communityIri, personIri, postIri } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import { isUnwanted, readHost, type Unwanted } from '../../../server/community/unwanted.ts';
import type { Keepsake } from '../../../server/ports/keepsakes.ts';
import { alice, at, bob, storeWorld } from './world.ts';

const world = storeWorld();

const people = ['https://north.example/actors/ann', 'https://south.example:8443/users/ben', 'http://west.example/cat'];
const communities = ['https://north.example/actors/guild', 'https://south.example:8443/c/choir'].map(communityIri);

function postBy(author: string, nth: number, community: Post['community']): Post {
  const iri = postIri(`https://north.example/posts/unwanted-${nth}`);
  return {
    iri,
    activity: `${iri}/create` as Post['activity'],
    author: actorIri(author),
    thread: iri,
    html: '<p>x</p>',
    audience: 'public',
    to: [],
    home: 'here',
    publishedAt: at(nth),
    receivedAt: at(nth),
    standing: { state: 'visible' },
    labels: [],
    ...(community === undefined ? {} : { community }),
  };
}

describe('what somebody does not want to see', () => {
  it('is left out by the database exactly as it is decided', async () => {
    const { stores } = world();
    const authors = [...people, ...communities, alice];
    const posts = authors.flatMap((author, nth) =>
      [undefined, ...communities].map((community, at) => postBy(author, nth * 10 + at, community)),
    );
    for (const post of posts) await stores.posts.add(post, []);
    const some = <Item>(all: readonly Item[], bits: number) => all.filter((_, nth) => ((bits >> nth) & 1) === 1);
    let left = 0;
    for (let bits = 0; bits < 2 ** 7; bits += 1) {
      const unwanted: Unwanted = {
        actors: some<ActorIri>([personIri(people[0] as string), personIri(people[1] as string), ...communities], bits),
        hosts: some(['south.example:8443', 'west.example'], bits >> 4),
        always: [alice, ...some(communities, (bits >> 6) * 3)],
      };
      const stretch = { oldestFirst: true, limit: 1000 };
      const shown = await stores.timelines.stretch({ public: 'everywhere' }, null, stretch, unwanted);
      const decided = posts.filter((post) => !isUnwanted(unwanted, post)).map(({ iri }) => iri);
      expect(shown.map(({ iri }) => iri)).toEqual(decided);
      left += posts.length - decided.length;
    }
    expect(left).toBeGreaterThan(500);
  });

  it('names servers in one spelling', () => {
    expect(readHost(' @South.Example:8443 ')).toBe('south.example:8443');
    expect(readHost('bücher.example')).toBe('xn--bcher-kva.example');
    for (const none of ['', '.*', 'a/b', 'a b', 'me@south.example', 'x?y', '#', 'a'.repeat(300)]) {
      expect(readHost(none)).toBeNull();
    }
  });
});

describe('marks', () => {
  it('are one of each kind and subject, keep their first time, and are one person’s', async () => {
    const { stores, db } = world();
    const mute = { person: alice, kind: 'mute', subject: bob } as const;
    await stores.marks.put({ ...mute, at: at(1), until: at(60), notices: true });
    await stores.marks.put({ ...mute, at: at(2) });
    await stores.marks.put({ person: alice, kind: 'note', subject: bob, at: at(3), text: '$literally “this”' });
    expect(await stores.marks.get(alice, 'mute', bob)).toEqual({ ...mute, at: at(1) });
    expect(await stores.marks.of(alice)).toEqual([
      { person: alice, kind: 'note', subject: bob, at: at(3), text: '$literally “this”' },
      { ...mute, at: at(1) },
    ]);
    expect(await stores.marks.of(bob)).toEqual([]);
    expect(JSON.stringify(await db.collection('marks').find().toArray())).not.toContain('literally');
    await stores.marks.remove(bob, 'mute', bob);
    expect(await stores.marks.count(alice, 'mute')).toBe(1);
  });

  it('that ended long ago are forgotten', async () => {
    const { stores, wall } = world();
    await stores.marks.put({ person: bob, kind: 'mute', subject: alice, at: at(1), until: at(2) });
    await stores.marks.put({ person: bob, kind: 'block', subject: alice, at: at(1) });
    const before = wall.now;
    wall.now = new Date(at(2).getTime() + 9 * 86_400_000);
    expect(JSON.stringify(await stores.purge())).not.toContain('mark');
    wall.now = before;
    expect((await stores.marks.of(bob)).map(({ kind }) => kind)).toEqual(['block']);
  });
});

describe('what somebody makes for herself', () => {
  it('is sealed, hers alone, and of two changes at once one is told to try again', async () => {
    const { stores, db } = world();
    const content = { title: 'Secret friends', replies: 'list', exclusive: false, actors: [bob] } as const;
    await stores.ownLists.add({ person: alice, id: '17', at: at(1), content });
    const kept = (await stores.ownLists.get(alice, '17')) as Keepsake<typeof content>;
    expect(kept.content).toEqual(content);
    expect(await stores.ownLists.get(bob, '17')).toBeNull();
    expect(await stores.filters.get(alice, '17')).toBeNull();
    expect(JSON.stringify(await db.collection('keepsakes').find().toArray())).not.toMatch(/Secret|actors\/bob/);
    const changes = await Promise.all(
      ['one', 'other'].map((title) => stores.ownLists.change(kept, { ...content, title })),
    );
    expect(changes.toSorted()).toEqual([false, true]);
    expect(await stores.filters.remove(alice, '17')).toBe(false);
    expect(await stores.ownLists.remove(bob, '17')).toBe(false);
    expect(await stores.ownLists.remove(alice, '17')).toBe(true);
  });

  it('keeps the time at which a filter ends', async () => {
    const { stores } = world();
    const content = {
      title: 'x',
      context: ['home'],
      action: 'hide',
      expiresAt: at(9),
      keywords: [],
      posts: [],
    } as const;
    await stores.filters.add({ person: alice, id: '18', at: at(1), content });
    expect((await stores.filters.of(alice)).map((one) => one.content)).toEqual([content]);
  });
});
