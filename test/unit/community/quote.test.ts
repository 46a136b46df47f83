import { describe, expect, it } from '@jest/globals';
import { actorIri, postIri } from '../../../server/community/ids.ts';
import { quoteState } from '../../../server/community/quote.ts';

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
