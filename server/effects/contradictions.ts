import type { EventOf } from '../governance/events.ts';
import type { EntryHead } from '../record/entry.ts';
import type { EffectParts } from './parts.ts';
import { publish } from './question.ts';

/**
 * That a linked community's book contradicts itself is told to all members here by a post of their community. Its own
 * members see it too, where both communities show each other's posts: one server cannot keep it from them.
 */
export async function tellOfInconsistency(
  parts: EffectParts,
  head: EntryHead,
  { origin, seen, shown }: EventOf<'inconsistency-seen'>,
): Promise<void> {
  const { house } = parts;
  const community = await house.communities.byIri(head.community);
  if (community === null) return;
  const { addresses } = house;
  const iri = addresses.post(`record-${community.name}-${head.seq}`);
  const there = (await house.communities.byIri(origin))?.title ?? origin;
  const text = [
    `The open book of ${there} (${origin}) does not go on from what we countersigned.`,
    `We saw it with ${seen.size} entries, root ${seen.root}. It now shows ${shown.size}, root ${shown.root}. Both are signed with its own key, so its server changed or dropped something it had written before. We did not countersign it.`,
    `What both said stands in our open book, entry ${head.seq}. Ask in ${there} what happened before you rely on it.`,
    `${addresses.origin}${addresses.page.record(community.name)}#e-${head.seq}`,
  ];
  await publish(parts, head, community, { iri, title: `The open book of ${there} contradicts itself`, text });
}
