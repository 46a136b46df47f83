import { describe, expect, it } from '@jest/globals';
import { actorIri, postIri } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import { mayQuote, quoteState } from '../../../server/community/quote.ts';

const ana = actorIri('https://south.example/users/ana');
const wes = actorIri('https://west.example/users/wes');
const quote = { post: postIri('https://west.example/notes/1'), stamp: 'https://west.example/stamps/1' };
const approval = { stamp: quote.stamp, by: wes };
const gone = new Date('2026-11-20T12:00:00Z');

describe('a quote', () => {
  it.each([
    ['with no word of its author', {}, quote, { author: wes }, 'pending'],
    ['with her word', { quoteApproval: approval }, quote, { author: wes }, 'accepted'],
    [
      'with her word on another stamp',
      { quoteApproval: { ...approval, stamp: 'https://west.example/stamps/2' } },
      quote,
      { author: wes },
      'pending',
    ],
    ['that names no stamp any more', { quoteApproval: approval }, { post: quote.post }, { author: wes }, 'pending'],
    [
      'that she took back',
      { quoteApproval: { ...approval, takenBack: true as const } },
      quote,
      { author: wes },
      'revoked',
    ],
    [
      'that she took back and deleted',
      { quoteApproval: { ...approval, takenBack: true as const } },
      quote,
      { author: wes, deletedAt: gone },
      'revoked',
    ],
    ['of what she deleted', { quoteApproval: approval }, quote, { author: wes, deletedAt: gone }, 'deleted'],
    ['of herself', {}, { post: quote.post }, { author: ana }, 'accepted'],
    ['of what is not known here', { quoteApproval: approval }, quote, null, 'pending'],
  ])('%s', (_, more, of, quoted, state) => {
    expect(quoteState({ author: ana, ...more }, of, quoted)).toBe(state);
  });
});

describe('quoting what was written here', () => {
  const hers = { author: wes, audience: 'public', standing: { state: 'visible' } } as Post;
  const other = { iri: ana, isFollower: false, isBlocked: false };
  const removed = { state: 'removed', by: 'https://west.example/c', at: gone } as unknown as Post['standing'];
  it.each([
    ['anybody, a public post', hers, other, true],
    ['nobody, one for members', { ...hers, audience: 'members' as const }, other, false],
    ['not even herself, one for some alone', { ...hers, audience: 'circle' as const }, { ...other, iri: wes }, false],
    ['nobody, one that is gone', { ...hers, deletedAt: gone }, other, false],
    ['nobody, one that was taken out', { ...hers, standing: removed }, other, false],
    ['nobody whom she blocked', hers, { ...other, isBlocked: true }, false],
    ['no stranger, one for her followers to quote', { ...hers, quotePolicy: 'followers' as const }, other, false],
    ['a follower', { ...hers, quotePolicy: 'followers' as const }, { ...other, isFollower: true }, true],
    [
      'no follower, where nobody may',
      { ...hers, quotePolicy: 'nobody' as const },
      { ...other, isFollower: true },
      false,
    ],
    ['herself, where nobody may', { ...hers, quotePolicy: 'nobody' as const }, { ...other, iri: wes }, true],
  ])('is for %s', (_, post, quoter, may) => {
    expect(mayQuote(post, quoter)).toBe(may);
  });

  it('is refused where the other server has said no, until there is a stamp', () => {
    const refused = { ...quote, refused: true as const };
    const { post } = quote;
    expect(quoteState({ author: ana }, { post, refused: true }, { author: wes })).toBe('rejected');
    expect(quoteState({ author: ana, quoteApproval: approval }, refused, { author: wes })).toBe('accepted');
  });
});
