import { describe, expect, it } from '@jest/globals';
import { postIri } from '../../../../server/community/ids.ts';
import { alice, bob, carol, Village } from '../village.ts';
import { told } from './telling.ts';

const post = postIri('https://north.example/posts/1');

describe('a record is not read in which', () => {
  it('a kind is named twice, or taken off a list that it was never on', () => {
    const village = Village.of(bob, carol);
    const named = { kind: 'kind-named', by: bob, tag: 'FieldNote' } as const;
    const dropped = { kind: 'kind-dropped', by: bob, tag: 'FieldNote' } as const;
    expect(told(village, dropped)).toMatch(/#FieldNote was never named/);
    village.write(named);
    expect(village.state.kinds).toEqual(new Map([['fieldnote', { tag: 'FieldNote', by: bob, since: village.now }]]));
    expect(told(village, { ...named, tag: 'fieldnote' })).toMatch(/#fieldnote is named twice/);
    village.write({ ...dropped, tag: 'FIELDNOTE' });
    expect(village.state.kinds.size).toBe(0);
  });

  it('a thread is split from itself, or merged with itself', () => {
    const village = Village.of(bob, carol);
    const as = 'opener' as const;
    const split = { kind: 'thread-split', by: alice, as, thread: post, post, title: 'Apart' } as const;
    expect(told(village, split)).toMatch(/is split from itself/);
    expect(told(village, { ...split, post: postIri('https://north.example/posts/2') })).toBe('read');
    const merged = { kind: 'threads-merged', by: alice, as, thread: post, into: post } as const;
    expect(told(village, merged)).toMatch(/is merged with itself/);
    expect(told(village, { ...merged, into: postIri('https://north.example/posts/2') })).toBe('read');
  });
});
