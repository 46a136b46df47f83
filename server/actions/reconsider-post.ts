import type { PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { enforce, labelsOf, standingOf } from '../governance/rules/enforce.ts';
import { reportFacts } from '../governance/rules/facts.ts';
import { rulesAt } from '../governance/rules/in-force.ts';
import { asksLater } from '../governance/rules/schema.ts';
import type { CommunityState } from '../governance/state.ts';
import type { PostEdit } from '../ports/posts.ts';
import { evidenceOf } from './evidence.ts';
import type { House } from './house.ts';
import { inTurn } from './in-turn.ts';
import { actTime, contactBefore, factsOf } from './judge-post.ts';
import { notBefore } from './record.ts';

type Needs = Pick<House, 'posts' | 'communities' | 'states' | 'timelines' | 'reports' | 'clock' | 'wake'>;

/**
 * A post was reported: the rules that were in force when it was written look at it again, now that there are reports.
 * Called for every report, as often as one likes; what a rule has done to it once, it does not do again. Says what
 * came of it.
 */
export async function reconsiderPost(house: Needs, iri: PostIri): Promise<'hidden' | 'labelled' | 'nothing'> {
  const post = await house.posts.byIri(iri);
  if (post === null || post.community === undefined) return 'nothing';
  // One look after the other, so that two reports at once do not both hide it.
  return inTurn(house.posts, `again ${iri}`, () => lookAgain(house, iri));
}

async function lookAgain(house: Needs, iri: PostIri): Promise<'hidden' | 'labelled' | 'nothing'> {
  const post = await house.posts.byIri(iri);
  if (post === null || post.community === undefined || post.deletedAt || post.standing.state !== 'visible')
    return 'nothing';
  const [community, state, reports] = await Promise.all([
    house.communities.byIri(post.community),
    house.states.load(post.community),
    house.reports.onPost(iri),
  ]);
  if (community?.home !== 'here' || state === null || !awaitsReports(state, post)) return 'nothing';
  const actAt = actTime(post);
  const now = notBefore(state.at, house.clock.now());
  const enforcements = enforce({
    state,
    post: iri,
    author: post.voice ?? post.author,
    evidence: evidenceOf(post),
    actAt,
    again: now,
    countIn: new Map(),
    facts: {
      ...factsOf(state, post, actAt),
      ...(await contactBefore(house, state, post, actAt)),
      ...reportFacts({ state, reports, actAt, now }),
    },
  });
  const fresh = labelsOf(enforcements).filter(({ label }) => !post.labels.some((known) => known.label === label));
  const standing = standingOf(enforcements);
  if (enforcements.length === 0) return 'nothing';
  const change: PostEdit = {
    labels: [...post.labels, ...fresh],
    restrictions: [...(post.restrictions ?? []), ...enforcements.map(({ statement }) => statement)],
    ...(standing.state === 'held' ? { standing } : {}),
  };
  await house.posts.edit(iri, change, [
    'record-restrictions',
    ...(fresh.length > 0 && standing.state !== 'held' ? (['announce-update'] as const) : []),
  ]);
  house.wake();
  return standing.state === 'held' ? 'hidden' : 'labelled';
}

/** Most communities have no rule that waits for reports: then there is nothing to look up. */
const awaitsReports = (state: CommunityState, post: Post): boolean =>
  rulesAt(state.rules, actTime(post)).some(asksLater);
