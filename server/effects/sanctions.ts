import { announceActivity } from '../../federation/send/activities/announce.ts';
import { banActivity, banId } from '../../federation/send/activities/ban.ts';
import { undoActivity } from '../../federation/send/activities/undo.ts';
import type { CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Standing } from '../community/post.ts';
import type { Case } from '../governance/cases/case.ts';
import { hiddenBy, type Sanction } from '../governance/cases/sanction.ts';
import { HARMS, standing } from '../governance/emergency/emergency.ts';
import type { CommunityState, Hold } from '../governance/state.ts';
import type { EntryHead } from '../record/entry.ts';
import type { EffectParts } from './parts.ts';
import { afterHold } from './posts.ts';
import { bringBack, lastOf, takeOutHidden, wasPassedOn } from './removals.ts';

/**
 * Brings posts, memberships and other servers in line with what sanctions do now, by the record: hidden or shown again,
 * a member or not. It goes by how things stand, so doing it again, or late, comes to the same.
 */
export async function settleSanctions(
  parts: EffectParts,
  head: EntryHead,
  state: CommunityState,
  found: Case,
): Promise<void> {
  const posts = new Set(found.acts.flatMap(({ post }) => post ?? []));
  for (const post of posts) await settlePost(parts, head, state, post);
  const sanctions = [...state.sanctions.values()].filter((one) => one.case === found.id);
  for (const sanction of sanctions) await settleBan(parts, head, sanction);
  if (sanctions.length > 0) await settleFollow(parts, head.community, state, sanctions);
}

/** Hides a post, or shows it again, by what stands in the record now. */
export async function settlePost(
  parts: EffectParts,
  head: EntryHead,
  state: CommunityState,
  iri: PostIri,
): Promise<void> {
  const { posts } = parts.house;
  const post = await posts.byIri(iri);
  if (post === null || post.deletedAt || post.community !== head.community) return;
  const why = whyHidden(state, iri);
  const isRemoved = post.standing.state === 'removed' && post.standing.by === head.community;
  if (why !== null) {
    if (!isRemoved) await posts.edit(iri, { standing: { state: 'removed', by: head.community, at: head.at, why } }, []);
    return takeOutHidden(parts, post, why);
  }
  if (!isRemoved) return;
  const shown = standingWithout(state, iri);
  const first = shown.state === 'visible' && !(await wasPassedOn(parts, post));
  await posts.edit(iri, { standing: shown }, first ? afterHold(post) : []);
  if (shown.state === 'visible') await bringBack(parts, { ...post, standing: shown });
}

/** What a post is hidden by now, as others are told, or `null`. */
export function whyHidden(state: CommunityState, iri: PostIri): string | null {
  const sanction = hiddenBy(state, iri);
  if (sanction !== null) return `Case ${sanction.case}, under rule ${ruleOf(state, sanction)}.`;
  const measure = standing(state).find(({ act }) => act.do === 'hide-post' && act.post === iri);
  return measure === undefined ? null : `Emergency ${measure.id}: ${HARMS[measure.harm]}.`;
}

/** How a post stands when no sanction hides it: a rule may still hold it. */
function standingWithout(state: CommunityState, iri: PostIri): Standing {
  const hold = state.holds.get(iri);
  return hold === undefined ? { state: 'visible' } : heldBy(hold);
}

/** How a post stands that is held. */
export const heldBy = ({ cited, until, existing }: Hold): Standing => ({
  ...{ state: 'held', cited, until },
  ...(existing === undefined ? {} : { existing: true }),
});

function ruleOf(state: CommunityState, { case: id }: Sanction): string {
  const cited = state.cases.get(id)?.cited;
  return cited === undefined ? 'of the community' : `${cited.rule}, version ${cited.version}`;
}

/** Other servers are told whom the community lets take part no longer, and when that is over before its time. */
async function settleBan(parts: EffectParts, { community, at: now }: EntryHead, sanction: Sanction): Promise<void> {
  const { addresses } = parts.house;
  const { id, respondent, level, state, until, case: about } = sanction;
  const { time, stands } = await lastOf(parts, community, (at) => banId(addresses, community, id, at));
  const bans = level >= 4 && state === 'active';
  if (bans === stands) return;
  const ban = banActivity({
    addresses,
    community,
    person: respondent,
    sanction: id,
    time,
    reason: `Case ${about}`,
    until,
  });
  // What ends by its own `endTime` has ended there as well.
  if (!bans && state === 'ended' && until !== undefined && until <= now) return;
  const announced = bans ? ban : undoActivity({ addresses, undone: ban });
  const activity = announceActivity({ addresses, community, announced, to: 'members' });
  const to = { followersOf: community, actors: [respondent] };
  await parts.outbox.send({ activity, actor: community, to, public: false, object: announced.id });
}

/** Whoever is removed follows no longer; whose removal does not stand any more is a follower as before. */
async function settleFollow(
  { house }: EffectParts,
  community: CommunityIri,
  state: CommunityState,
  sanctions: readonly Sanction[],
): Promise<void> {
  const [{ respondent } = { respondent: undefined }] = sanctions;
  const member = respondent && state.members.get(respondent as PersonIri);
  const follow = respondent && (await house.follows.get(respondent, community));
  if (!member || !follow) return;
  const here = house.addresses.isHere(member.member);
  if (member.removedBy !== undefined && member.leftAt !== undefined) {
    if (follow.state !== 'ended') await house.follows.put({ ...follow, state: 'ended' }, here ? [] : ['reject']);
    return;
  }
  const wasRemoved = sanctions.some((one) => one.respondent === respondent && tookOut(one));
  if (wasRemoved && member.leftAt === undefined && follow.state === 'ended') {
    await house.follows.put({ ...follow, state: 'accepted', at: house.clock.now() }, here ? [] : ['accept']);
  }
}

/** Whether a sanction may have ended a membership that is there again: one that waits, or was undone or made milder. */
const tookOut = ({ level, state }: Sanction): boolean =>
  level >= 4 && state !== 'ended' && !(level === 5 && state === 'active');
