import type { Addresses } from '../../server/community/addresses.ts';
import type { ActorIri, CommunityIri, PostIri } from '../../server/community/ids.ts';
import type { Post } from '../../server/community/post.ts';
import { mayRelease } from '../../server/governance/holds.ts';
import type { Phase, Proposal } from '../../server/governance/proposal.ts';
import { holdersOf } from '../../server/governance/roles/role.ts';
import type { CommunityState } from '../../server/governance/state.ts';
import type { States } from '../../server/ports/record.ts';
import { ACTIVITY_CONTEXT } from '../vocabulary/contexts.ts';
import { featuredOf, moderatorsOf } from '../vocabulary/objects/actors.ts';
import { goneActorDocument } from '../vocabulary/objects/gone-actor.ts';
import type { JsonObject } from '../vocabulary/read.ts';
import { type ActorSources, knownActor } from './actors.ts';
import { isForAll, type PostSources } from './posts.ts';

export interface CollectionSources extends Pick<ActorSources, 'people' | 'communities'>, Pick<PostSources, 'posts'> {
  readonly states: Pick<States, 'load'>;
}

/** A collection, or what is left of one whose owner left; `null` where there never was one. */
export type FoundCollection = { readonly state: 'here' | 'gone'; readonly document: JsonObject } | null;

/** Collections that activitypub-express does not have: short lists of ids, given whole. */
export function createCollections(
  { states, posts, ...actors }: CollectionSources,
  { addresses, now }: { readonly addresses: Addresses; readonly now: () => Date },
) {
  return {
    /** Whoever may act for a community by herself at this moment (FEP-1b12): its founder at the beginning, then nobody. */
    async moderators(owner: ActorIri): Promise<FoundCollection> {
      const known = await knownActor(actors, owner);
      if (known?.kind !== 'community' || known.community.home !== 'here') return null;
      const { iri } = known.community;
      return here(moderatorsOf(iri), moderating(await states.load(iri), now()));
    },

    /** Questions of a community on which something can be said now, by its members elsewhere too; nothing of a person. */
    async featured(owner: ActorIri): Promise<FoundCollection> {
      const known = await knownActor(actors, owner);
      if (known?.kind === 'community') {
        const { iri, home, name } = known.community;
        return home === 'here' ? here(featuredOf(iri), await openQuestions(iri, name)) : null;
      }
      if (known?.person.home !== 'here') return null;
      const { goneAt } = known.person;
      return goneAt === undefined
        ? here(featuredOf(owner), [])
        : { state: 'gone', document: goneActorDocument(owner, goneAt) };
    },
  };

  async function openQuestions(community: CommunityIri, name: string): Promise<readonly PostIri[]> {
    const state = await states.load(community);
    const asked = [...(state?.proposals.values() ?? [])].flatMap((proposal) => questionOf(name, proposal));
    const found = await Promise.all(asked.map((iri) => posts.byIri(iri)));
    return found.filter((post) => post !== null && isOpen(post)).map((post) => (post as Post).iri);
  }

  function questionOf(name: string, { id, phase, question }: Proposal): readonly PostIri[] {
    if (phase.state === 'voting') return question === undefined ? [] : [question];
    return OPEN.has(phase.state) ? [addresses.discussion(name, id)] : [];
  }
}

/** Before the vote, a proposal's Question is the one under which it is discussed. */
const OPEN: ReadonlySet<Phase['state']> = new Set(['seconding', 'discussion']);

const isOpen = (post: Post): boolean =>
  isForAll(post) && post.deletedAt === undefined && post.poll !== undefined && post.poll.closedAt === undefined;

/** Who holds that role; and the founder, while her acts are provisional. */
function moderating(state: CommunityState | null, now: Date): readonly ActorIri[] {
  if (state === null) return [];
  const elected = holdersOf(state, 'moderator', now).map(({ member }) => member);
  const founder = mayRelease({ state, by: state.founder, now }).ok ? [state.founder] : [];
  return [...new Set([...founder, ...elected])];
}

function here(id: string, items: readonly string[]): FoundCollection {
  return {
    state: 'here',
    document: {
      '@context': ACTIVITY_CONTEXT,
      id,
      type: 'OrderedCollection',
      totalItems: items.length,
      orderedItems: items,
    },
  };
}
