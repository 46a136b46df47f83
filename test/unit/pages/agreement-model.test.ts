import { describe, expect, it } from '@jest/globals';
import type { ActorIri, PostIri } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import type { Proposal } from '../../../server/governance/proposal.ts';
import type { PagesParts } from '../../../server/pages/context.ts';
import { agreementOn } from '../../../server/pages/models/agreement.ts';
import { alice, bob, carol, dave, type mallory, Village } from '../governance/village.ts';

const ROOT = 'https://north.example/posts/proposal-guild-P-1' as PostIri;
const REPLY = 'https://north.example/posts/1' as PostIri;
const reply = (iri: PostIri, more: Partial<Post> = {}): Post =>
  ({
    iri,
    author: alice,
    html: '<p>Examples,  please.</p>',
    standing: { state: 'visible' },
    audience: 'public',
    ...more,
  }) as Post;

/** The village with people of two organisations, three of them elsewhere. */
function village(): Village {
  const all = Village.of(bob, carol, dave);
  for (const name of ['ida', 'jo', 'kim']) all.join(`https://west.example/${name}` as typeof mallory);
  return all;
}

async function agreement(
  posts: readonly Post[],
  said: readonly (readonly [ActorIri, 'like' | 'dislike'])[],
  state = 'discussion',
) {
  const house = {
    timelines: { thread: async () => posts },
    reactions: {
      stances: async (asked: readonly PostIri[]) =>
        said.map(([actor, kind]) => ({ actor, kind, post: REPLY })).filter(({ post }) => asked.includes(post)),
    },
  } as unknown as PagesParts['house'];
  const proposal = { phase: { state } } as unknown as Proposal;
  return agreementOn(
    { house },
    {
      state: village().state,
      proposal,
      discussion: ROOT,
      viewer: null,
      pathOf: (post) => `/threads/${post.slice(-1)}`,
    },
  );
}

const west = (name: string) => `https://west.example/${name}` as ActorIri;
const liked = [
  [bob, 'like'],
  [carol, 'like'],
  [dave, 'like'],
  [west('ida'), 'like'],
  [west('jo'), 'like'],
  [west('kim'), 'dislike'],
] as const;

describe('what people of different organisations agree on, on a proposal’s page', () => {
  it('names the reply, where it stands, and who agrees, organisation by organisation', async () => {
    const found = await agreement([reply(ROOT), reply(REPLY)], liked);
    expect(found).toMatchObject({ replies: 1, statements: [{ words: 'Examples, please.', path: '/threads/1' }] });
    const cells = [...(found?.statements[0]?.cells ?? [])];
    expect(cells.map(({ agree, said }) => [agree, said])).toEqual([
      [2, 3],
      [3, 3],
    ]);
    expect(found?.statements[0]?.score).toBeCloseTo((4 / 5) * (3 / 5));
  });

  it('leaves out what its author says of it, and whoever is no member', async () => {
    const found = await agreement(
      [reply(REPLY)],
      [...liked, [alice, 'like'], ['https://west.example/nobody' as ActorIri, 'dislike']],
    );
    expect(found?.statements[0]?.cells.map(({ said }) => said)).toEqual([3, 3]);
  });

  it('leaves out replies that are deleted, held, or for some members alone', async () => {
    const hidden = [
      reply(REPLY, { deletedAt: new Date(0) }),
      reply(REPLY, { audience: 'circle' }),
      reply(REPLY, { standing: { state: 'held' } as Post['standing'] }),
    ];
    expect(await agreement(hidden, liked)).toEqual({ replies: 0, statements: [] });
  });

  it('says nothing while a proposal is still looking for seconders', async () => {
    expect(await agreement([reply(REPLY)], liked, 'seconding')).toBeNull();
  });
});
