import { updateActivity } from '../../federation/send/activities/update.ts';
import { postDocument } from '../../federation/vocabulary/objects/posts.ts';
import { fromPlain } from '../actions/content.ts';
import type { Community } from '../community/community.ts';
import type { CommunityIri, PostIri, ProposalId } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { inEnglish } from '../community/said.ts';
import { changeWords } from '../governance/changes/index.ts';
import type { EventOf } from '../governance/events.ts';
import type { Proposal } from '../governance/proposal.ts';
import type { PostEdit } from '../ports/posts.ts';
import { TOMBSTONE } from '../record/erasable.ts';
import { type EffectParts, surroundings } from './parts.ts';

/** What was published of a text that is erased is replaced too, here and, by an Update, wherever it was sent. */
export async function withoutErased(
  parts: EffectParts,
  community: CommunityIri,
  event: EventOf<'text-erased'>,
): Promise<void> {
  const { house } = parts;
  const [here, state] = await Promise.all([house.communities.byIri(community), house.states.load(community)]);
  if (here === null || state === null) return;
  if (event.of === 'proposal-submitted' || event.of === 'vote-called') {
    const proposal = state.proposals.get(event.subject as ProposalId);
    if (proposal === undefined) return;
    for (const iri of [house.addresses.discussion(here.name, proposal.id), proposal.question])
      await replace(parts, here, iri, event, () => proposalWords(parts, here, proposal));
  }
  if (event.of === 'post-held' || event.of === 'post-labelled') await withoutFacts(parts, event.subject as PostIri);
}

/** A proposal’s poll or discussion as it is without the words that were erased. */
function proposalWords({ house }: EffectParts, community: Community, proposal: Proposal): PostEdit {
  const { addresses } = house;
  const page = addresses.origin + addresses.page.proposal(community.name, proposal.id);
  const what = `Proposal ${proposal.id}. ${inEnglish(changeWords(proposal.change))}`;
  const words = [what, `Why: ${proposal.reasons || TOMBSTONE}`, page];
  return { title: proposal.title, html: fromPlain(words.join('\n\n')) };
}

/** Puts other words in the place of a community's own post, here and, by an Update, wherever it was sent. */
export async function replace(
  { house, ...parts }: EffectParts,
  community: Community,
  iri: PostIri | undefined,
  { seq, path }: EventOf<'text-erased'>,
  words: () => PostEdit,
): Promise<void> {
  const before = iri === undefined ? null : await house.posts.byIri(iri);
  if (before === null || before.deletedAt !== undefined || before.author !== community.iri) return;
  const edit = words();
  await house.posts.edit(before.iri, edit, []);
  // What was sent of it is kept to be served by its id: that had the words in it.
  await house.activities.forget(before.iri);
  const after: Post = { ...before, ...(edit as Partial<Post>) };
  const object = postDocument(after, await surroundings({ house, ...parts }, after));
  const edition = `erased ${seq} ${path}`;
  await parts.outbox.send({
    activity: updateActivity({ addresses: house.addresses, actor: community.iri, object, edition }),
    actor: community.iri,
    to: { followersOf: community.iri },
    public: before.audience === 'public',
    object: before.iri,
  });
}

/** Why a rule held or labelled a post stands with the post as well. */
async function withoutFacts({ house }: EffectParts, iri: PostIri): Promise<void> {
  const post = await house.posts.byIri(iri);
  if (post?.restrictions === undefined) return;
  const restrictions = post.restrictions.map((statement) => ({ ...statement, facts: TOMBSTONE }));
  await house.posts.edit(iri, { restrictions }, []);
}
