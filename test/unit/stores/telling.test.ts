import { describe, expect, it } from '@jest/globals';
import { digest, ruleId } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import type { PostEdit } from '../../../server/ports/posts.ts';
import { newsOfEdit } from '../../../server/stores/telling.ts';
import { alice, at, guild, post } from '../../integration/stores/world.ts';

const before = post(1);
const cited = { rule: ruleId(1), version: 1 };
const held = { state: 'held', cited, until: at(99) } as const;
const kinds = (change: PostEdit, of: Post = before) => newsOfEdit(of, change).map(({ kind }) => kind);

describe('what is told of an edit', () => {
  it('is that the post is another one, where others see something else', () => {
    expect(newsOfEdit(before, { html: '<p>other</p>' })).toEqual([
      { kind: 'post-changed', post: before.iri, was: 'public' },
    ]);
    expect(kinds({ labels: [{ ...cited, label: 'links' }] })).toEqual(['post-changed']);
    expect(kinds({ audience: 'members' })).toEqual(['post-changed']);
  });

  it('is nothing where nobody sees a difference', () => {
    const { html, audience, labels } = before;
    expect(kinds({ html, audience, labels })).toEqual([]);
    const statement = { post: before.iri, author: alice, evidence: digest('0'.repeat(64)), cited } as const;
    const why = { effect: { do: 'hold', hours: 24 }, actAt: at(1), facts: 'links', automated: true } as const;
    expect(kinds({ source: 'as typed', restrictions: [{ ...statement, ...why, decidedBy: 'rule' }] })).toEqual([]);
    expect(kinds({ html: '<p>other</p>' }, { ...before, deletedAt: at(2) })).toEqual([]);
  });

  it('says who could see what is hidden now, and that what was hidden is there', () => {
    expect(newsOfEdit(before, { standing: held })).toEqual([{ kind: 'post-changed', post: before.iri, was: 'public' }]);
    const hidden = { ...before, standing: held };
    expect(kinds({ standing: { state: 'visible' } }, hidden)).toEqual(['post']);
    // While it is held its author alone sees what she changes: nobody else is to take anything off a screen.
    expect(newsOfEdit(hidden, { html: '<p>other</p>' })).toEqual([{ kind: 'post-changed', post: before.iri }]);
  });

  it('is that it is there for members of the community that it belongs to after all', () => {
    const { community, ...outside } = before;
    expect(kinds({ community: guild }, outside)).toEqual(['post']);
    expect(kinds({ community: guild }, { ...outside, community: guild })).toEqual([]);
  });

  it('is once that a poll has closed', () => {
    const poll = { options: ['yes', 'no'], multiple: false };
    const open = { ...before, poll };
    const closed = { ...poll, closedAt: at(5) };
    expect(kinds({ poll: closed }, open)).toEqual(['post-changed', 'poll-closed']);
    expect(kinds({ poll: { ...closed, counts: [1, 2] } }, { ...open, poll: closed })).toEqual(['post-changed']);
  });
});
