import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Touched, touchedBy } from '../../../../federation/receive/touched.ts';
import { createTurns, type Turn } from '../../../../federation/receive/turns.ts';

const EVE = 'https://eve.example/u/eve';

interface Item extends Turn {
  readonly name: string;
}

const item = (name: string, touched: Touched, sender = EVE): Item => ({
  name,
  sender,
  origin: new URL(sender).origin,
  touched,
});

const meets = (some: readonly string[], others: readonly string[]) => some.some((name) => others.includes(name));
const conflict = (one: Item, other: Item) =>
  one.sender === other.sender &&
  (one.touched === 'everything' ||
    other.touched === 'everything' ||
    meets(one.touched.changes, [...other.touched.changes, ...other.touched.needs]) ||
    meets(one.touched.needs, other.touched.changes));

describe('what an activity touches', () => {
  const like = { type: 'Like', object: 'https://a.example/n/1' };
  const note = { id: 'https://eve.example/n/1', type: 'Note', inReplyTo: 'https://a.example/q' };

  it.each([
    [
      'a Like: what she says of a post, and the post',
      like,
      { changes: ['reaction https://a.example/n/1'], needs: ['https://a.example/n/1'] },
    ],
    [
      'a post: itself, and what it answers',
      { type: 'Create', object: note },
      { changes: [note.id], needs: [note.inReplyTo] },
    ],
    [
      'a vote: itself and her votes on the question, and the question',
      { type: 'Create', object: { ...note, name: 'Yes' } },
      { changes: [note.id, `vote ${note.inReplyTo}`], needs: [note.inReplyTo] },
    ],
    [
      'something passed on: all that it is about',
      { type: 'Announce', object: { id: 'https://b.example/c', type: 'Create', object: note } },
      { changes: ['https://b.example/c', note.id], needs: [note.inReplyTo] },
    ],
    ['a Follow: everything', { type: 'Follow', object: 'https://a.example/g' }, 'everything'],
    ['an Undo: everything', { type: 'Undo', object: like }, 'everything'],
    ['several votes at once: everything', { type: 'Create', object: [note, note] }, 'everything'],
    ['what nobody knows: everything', { type: 'Wave', object: 'https://a.example/n/1' }, 'everything'],
    ['a Like of nothing: everything', { type: 'Like' }, 'everything'],
  ])('%s', (_, json, touched) => expect(touchedBy(json)).toEqual(touched));
});

describe('turns', () => {
  it('keep the order of what belongs together, in every history, and leave nobody out', () => {
    const touched: fc.Arbitrary<Touched> = fc.oneof(
      fc.constant('everything' as const),
      fc.record({ changes: fc.subarray(['a', 'b', 'c', 'd']), needs: fc.subarray(['a', 'b', 'c', 'd']) }),
    );
    const sender = fc.constantFrom(EVE, 'https://bob.example/u/bob');
    const history = fc.array(fc.tuple(touched, sender), { maxLength: 30 });
    fc.assert(
      fc.property(history, fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), (all, choices) => {
        const turns = createTurns<Item>();
        const items = all.map(([what, who], nth) => item(`${nth}`, what, who));
        const begun: Item[] = [];
        const running: Item[] = [];
        const begin = () => {
          for (let next = turns.next(); next !== undefined; next = turns.next()) {
            for (const other of running) expect(conflict(other, next)).toBe(false);
            begun.push(next);
            running.push(next);
          }
        };
        for (const one of items) turns.add(one);
        begin();
        for (let step = 0; running.length > 0; step += 1) {
          const [ended] = running.splice((choices[step % choices.length] ?? 0) % running.length, 1);
          if (ended) turns.ended(ended);
          begin();
        }
        expect(begun).toHaveLength(items.length);
        for (const [later, one] of begun.entries())
          for (const other of begun.slice(later + 1))
            if (conflict(one, other)) expect(items.indexOf(one)).toBeLessThan(items.indexOf(other));
      }),
      { numRuns: 500 },
    );
  });

  it('a server that is slow gets four places for its accounts, and a fifth when one is free again', () => {
    const turns = createTurns<Item>();
    const crowd = Array.from({ length: 10 }, (_, nth) => item(`${nth}`, { changes: ['x'], needs: [] }, `${EVE}${nth}`));
    const take = (count: number) =>
      Array.from({ length: count }, () => turns.next()).filter((one) => one !== undefined);
    for (const one of crowd.slice(0, 4)) turns.add(one);
    const slow = take(10);
    for (const one of slow) turns.slow(one);
    for (const one of crowd.slice(4)) turns.add(one);
    turns.add(item('bob', { changes: ['x'], needs: [] }, 'https://bob.example/u/bob'));
    expect(take(10).map(({ name }) => name)).toEqual(['bob']);
    turns.ended(slow[0] as Item);
    expect(take(1)).toHaveLength(1);
  });

  it('when very many servers are slow, those that were quick lately still get theirs', () => {
    const turns = createTurns<Item>();
    const bob = 'https://bob.example/u/bob';
    turns.add(item('bob was quick', { changes: ['x'], needs: [] }, bob));
    turns.ended(turns.next() as Item);
    for (let nth = 0; nth < 512; nth += 1) {
      turns.add(item(`${nth}`, { changes: ['x'], needs: [] }, `https://s${nth}.evil.example/u`));
      turns.slow(turns.next() as Item);
    }
    turns.add(item('one more', { changes: ['x'], needs: [] }, 'https://more.evil.example/u'));
    turns.add(item('bob again', { changes: ['x'], needs: [] }, bob));
    expect([turns.next()?.name, turns.next()]).toEqual(['bob again', undefined]);
  });
});
