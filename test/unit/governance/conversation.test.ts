import { describe, expect, it } from '@jest/globals';
import { postIri } from '../../../server/community/ids.ts';
import { dropKind, MOST_OWN_KINDS, nameKind, ownKinds } from '../../../server/governance/conversation/kinds.ts';
import { mergeThreads, splitThread } from '../../../server/governance/conversation/threads.ts';
import { agreed, alice, bob, carol, codeOf, mallory, Village } from './village.ts';

const [thread, post, other] = ['1', '2', '3'].map((id) => postIri(`https://north.example/posts/${id}`)) as [
  never,
  never,
  never,
];

describe('kinds that members name', () => {
  it('are named by any member, without a vote, and taken off by who named them', () => {
    const village = Village.of(bob, carol);
    const ask = (by: typeof bob, tag: string) => ({ state: village.state, now: village.now, by, tag });
    village.write(agreed(nameKind(ask(bob, '#FieldNote'))));
    expect(ownKinds(village.state)).toEqual([{ kind: 'fieldnote', tag: 'FieldNote' }]);
    expect(codeOf(nameKind(ask(carol, 'fieldnote')))).toBe('known-already');
    expect(codeOf(dropKind(ask(carol, 'fieldnote')))).toBe('not-yours');
    village.write(agreed(dropKind(ask(bob, 'fieldnote'))));
    expect(codeOf(dropKind(ask(bob, 'fieldnote')))).toBe('no-such-kind');
  });

  it('are one new word each, named by members, and few', () => {
    const village = Village.of(bob);
    const ask = (by: typeof bob, tag: string) => ({ state: village.state, now: village.now, by, tag });
    expect(codeOf(nameKind(ask(mallory, 'FieldNote')))).toBe('not-a-member');
    for (const none of ['', 'two words', '2026', '<b>']) expect(codeOf(nameKind(ask(bob, none)))).toBe('no-such-kind');
    for (const known of ['Snag', 'snag', 'HelpWelcome'])
      expect(codeOf(nameKind(ask(bob, known)))).toBe('known-already');
    for (let nth = 0; nth < MOST_OWN_KINDS; nth += 1) village.write(agreed(nameKind(ask(bob, `kind${nth}`))));
    expect(codeOf(nameKind(ask(bob, 'onemore')))).toBe('too-many');
  });
});

describe('threads', () => {
  const village = Village.of(bob, carol);
  const { state, now } = village;
  const split = (by: typeof bob, opener: typeof bob, title = 'Apart') =>
    splitThread({ state, now, by, opener, thread, post, title });

  it('are split by who opened them, and by moderators, as the founder is at first', () => {
    expect(agreed(split(bob, bob))).toEqual({
      kind: 'thread-split',
      by: bob,
      as: 'opener',
      thread,
      post,
      title: 'Apart',
    });
    expect(agreed(split(alice, bob))).toMatchObject({ as: 'moderator' });
    expect(codeOf(split(carol, bob))).toBe('not-yours');
    expect(codeOf(split(mallory, mallory))).toBe('not-a-member');
    expect(codeOf(split(bob, bob, ' '))).toBe('no-title');
    expect(codeOf(split(bob, bob, 'x'.repeat(201)))).toBe('too-long');
    expect(codeOf(splitThread({ state, now, by: bob, opener: bob, thread, post: thread, title: 'x' }))).toBe(
      'not-a-reply',
    );
    const later = { ...village.state, provisionalUntil: new Date(0) };
    expect(codeOf(splitThread({ state: later, now, by: alice, opener: bob, thread, post, title: 'x' }))).toBe(
      'not-yours',
    );
  });

  it('are put together by who opened both, and not with themselves', () => {
    const merge = (openers: readonly [typeof bob, typeof bob], into = other) =>
      mergeThreads({ state, now, by: bob, thread, into, openers });
    expect(agreed(merge([bob, bob]))).toEqual({ kind: 'threads-merged', by: bob, as: 'opener', thread, into: other });
    expect(codeOf(merge([bob, carol]))).toBe('not-yours');
    expect(codeOf(merge([bob, bob], thread))).toBe('same-thread');
  });
});
