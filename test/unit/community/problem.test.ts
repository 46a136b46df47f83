import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { activityIri, actorIri, postIri } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import { mayTell, PROBLEM_TAGS, problemOf } from '../../../server/community/problem.ts';

const minute = (at: number) => new Date(Date.UTC(2026, 0, 1, 8, at));
const by = (name: string) => actorIri(`https://north.example/actors/${name}`);

function said(author: string, at: number, tags: readonly string[], more: Partial<Post> = {}): Post {
  const iri = postIri(`https://north.example/posts/${at}`);
  return {
    ...{ iri, activity: activityIri(iri), author: by(author), thread: postIri('https://north.example/posts/0') },
    ...{ html: '<p>…</p>', audience: 'public', to: [], home: 'here', labels: [], standing: { state: 'visible' } },
    ...{ publishedAt: minute(at), receivedAt: minute(at), details: { hashtags: tags } },
    ...more,
  } as Post;
}

const opening = said('ana', 0, ['StickyProblem']);
const names = (post: Post, answers: readonly Post[]) => problemOf(post, answers).owners.map(({ actor }) => actor);

describe('what comes of a sticky problem', () => {
  it('owners are those who say so of themselves, in whatever spelling, until they step back', () => {
    const answers = [said('ben', 1, ['coowning']), said('cy', 2, ['CoOwning']), said('ben', 3, ['SteppingBack'])];
    expect(names(opening, answers.slice(0, 2))).toEqual([by('ben'), by('cy')]);
    expect(names(opening, answers)).toEqual([by('cy')]);
    expect(names(opening, [...answers, said('ben', 4, ['CoOwning'])])).toEqual([by('cy'), by('ben')]);
  });

  it('what changed only owners say; before there is one, whoever opened it', () => {
    const early = said('ana', 1, ['WhatChanged']);
    expect(problemOf(opening, [early])).toMatchObject({ state: 'changed', changes: [early], since: minute(1) });
    const owned = [said('ben', 1, ['CoOwning']), said('ana', 2, ['WhatChanged'])];
    expect(problemOf(opening, owned)).toMatchObject({ state: 'open', changes: [] });
    const told = said('ben', 3, ['WhatChanged']);
    expect(problemOf(opening, [...owned, told])).toMatchObject({ state: 'changed', changes: [told] });
    expect(mayTell(problemOf(opening, owned), by('ben'))).toBe(true);
    expect(mayTell(problemOf(opening, owned), by('ana'))).toBe(false);
  });

  it('is tried, set aside with a reason, and opened again', () => {
    const tried = said('cy', 1, ['TriedIt']);
    const aside = said('ana', 2, ['SetAside']);
    expect(problemOf(opening, [tried])).toMatchObject({ state: 'tried', tries: [tried] });
    expect(problemOf(opening, [tried, aside])).toMatchObject({ state: 'set-aside', aside });
    const again = problemOf(opening, [tried, aside, said('ana', 3, ['OpenAgain'])]);
    expect([again.state, again.aside, again.since]).toEqual(['open', undefined, minute(3)]);
  });

  it('what was deleted or is held never was', () => {
    const gone = said('ben', 1, ['CoOwning'], { deletedAt: minute(2) });
    const held = said('cy', 1, ['CoOwning'], { standing: { state: 'removed', by: by('x') as never, at: minute(2) } });
    expect(problemOf(opening, [gone, held])).toMatchObject({ owners: [], state: 'open' });
  });

  it('nobody comes among the owners by what others say', () => {
    const moves = [...Object.values(PROBLEM_TAGS), 'TriedIt', 'Reflection', 'Snag'];
    const answer = fc.record({ author: fc.constantFrom('ana', 'ben', 'cy', 'dora'), tags: fc.subarray(moves) });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 30 }), (all) => {
        const answers = all.map(({ author, tags }, at) => said(author, at + 1, tags));
        for (const owner of names(opening, answers)) {
          const own = answers.filter((one) => one.author === owner && one.details?.hashtags?.includes('CoOwning'));
          expect(own.length).toBeGreaterThan(0);
        }
        // Without what one of them says, the others are who they were.
        const others = names(opening, answers).filter((owner) => owner !== by('ben'));
        expect(
          names(
            opening,
            answers.filter(({ author }) => author !== by('ben')),
          ),
        ).toEqual(others);
      }),
    );
  });
});
