import type { AgreementModel } from '../../../views/parts/agreement.ts';
import { plainText } from '../../actions/content.ts';
import type { PersonIri, PostIri } from '../../community/ids.ts';
import type { Post } from '../../community/post.ts';
import { bridging, type Stance, type Statement } from '../../governance/bridging.ts';
import { memberOf } from '../../governance/membership.ts';
import type { Proposal } from '../../governance/proposal.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { PagesParts } from '../context.ts';

/** So many replies of a discussion are looked at, the first ones; a longer one is to be read. */
const MOST_STATEMENTS = 500;
const MOST_SHOWN = 3;
const LONGEST_WORDS = 160;
const BEFORE_DISCUSSION: ReadonlySet<Proposal['phase']['state']> = new Set(['nomination', 'seconding']);

/** What people of different organisations agree on in the discussion of a proposal, once there is one. */
export async function agreementOn(
  { house }: Pick<PagesParts, 'house'>,
  {
    state,
    proposal,
    discussion,
    viewer,
    pathOf,
  }: {
    readonly state: CommunityState;
    readonly proposal: Proposal;
    readonly discussion: PostIri;
    readonly viewer: PersonIri | null;
    readonly pathOf: (post: PostIri) => string;
  },
): Promise<AgreementModel | null> {
  if (BEFORE_DISCUSSION.has(proposal.phase.state)) return null;
  const replies = (await house.timelines.thread(discussion, viewer)).filter(isStatement(discussion));
  const looked = replies.slice(0, MOST_STATEMENTS);
  const said = await house.reactions.stances(looked.map(({ iri }) => iri));
  const found = bridging(statementsOf(state, looked, said)).slice(0, MOST_SHOWN);
  const byIri = new Map(looked.map((post) => [post.iri, post]));
  return {
    replies: replies.length,
    statements: found.flatMap(({ id, score, cells }) => {
      const post = byIri.get(id);
      return post === undefined ? [] : [{ words: beginning(post), path: pathOf(id), score, cells }];
    }),
  };
}

/** A reply that everybody who reads the community may see. */
const isStatement =
  (discussion: PostIri) =>
  ({ iri, deletedAt, standing, audience }: Post): boolean =>
    iri !== discussion && deletedAt === undefined && standing.state === 'visible' && audience !== 'circle';

/** Likes and dislikes by members, by the organisations they count for; what somebody says of her own words is left out. */
export function statementsOf(
  state: CommunityState,
  posts: readonly Pick<Post, 'iri' | 'author'>[],
  said: readonly { readonly actor: string; readonly post: PostIri; readonly kind: string }[],
): readonly Statement<PostIri>[] {
  const stances = new Map<PostIri, Stance[]>(posts.map(({ iri }) => [iri, []]));
  const authors = new Map(posts.map(({ iri, author }) => [iri, author as string]));
  for (const { actor, post, kind } of said) {
    const member = memberOf(state, actor as PersonIri);
    if (member === null || authors.get(post) === actor) continue;
    stances.get(post)?.push({ person: actor, organisation: member.organisation, agrees: kind === 'like' });
  }
  return posts.map(({ iri }) => ({ id: iri, stances: stances.get(iri) ?? [] }));
}

function beginning({ title, html, details }: Post): string {
  const text = title ?? details?.warning ?? plainText(html).replaceAll(/\s+/g, ' ');
  const signs = [...text];
  if (signs.length === 0) return 'A reply without words';
  return signs.length > LONGEST_WORDS ? `${signs.slice(0, LONGEST_WORDS - 1).join('')}…` : text;
}
