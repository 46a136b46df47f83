import type { ActorIri, Organisation, PersonIri, PostIri } from '../../community/ids.ts';
import { organisation } from '../../community/ids.ts';
import { DAY_MS, HOUR_MS } from '../dates.ts';
import { hostOf } from '../servers.ts';
import type { CommunityState } from '../state.ts';
import { evaluate } from './evaluate.ts';
import type { Fact, Facts, RuleDraft } from './rule.ts';
import { factsIn } from './words.ts';

/** How far back a rule is tried before it is voted on. */
export const DRY_RUN_DAYS = 90;
const WEEK_MS = 7 * DAY_MS;
/** Fewer authors than this are not told apart from others: nobody is to be found out by a number. */
export const LEAST_TOLD = 3;
/** So many posts are kept as possible examples, of which a viewer sees those that she may see anyway. */
const MOST_EXAMPLES = 50;

/** A post of the past, and what can still be known about it. */
export interface PastAct {
  readonly post: PostIri;
  readonly author: ActorIri;
  readonly at: Date;
  readonly facts: Facts;
}

/** What a rule would have done. Posts are counted as they stand now: what was edited or deleted since is not known. */
export interface DryRun {
  readonly from: Date;
  readonly to: Date;
  /** Posts that were looked at. */
  readonly looked: number;
  /** False where there were more posts than are looked at: then `from` is the time of the oldest one. */
  readonly complete: boolean;
  /** Posts that its condition is true of. */
  readonly matched: number;
  readonly held: number;
  readonly labelled: number;
  readonly limited: number;
  /** Posts of which it cannot be said, because something it asks about is not known any more. */
  readonly unknown: number;
  /** What of it is never known afterwards, such as reports at the time. */
  readonly notKnown: readonly Fact[];
  /** Distinct authors of the matched posts; `few` below three. */
  readonly authors: number | 'few';
  /** By organisations with at least three such authors; the posts of all others together. */
  readonly byOrganisation: readonly { readonly organisation: Organisation; readonly posts: number }[];
  readonly others: number;
  /** Matched posts in each week, the oldest first. */
  readonly byWeek: readonly { readonly from: Date; readonly posts: number }[];
  /** The newest matched posts. */
  readonly examples: readonly PostIri[];
}

/** Facts that nobody can tell afterwards. */
const LOST: readonly Fact[] = ['reports.count', 'reports.distinctOrgs', 'rel.priorContact'];

/**
 * Tries a drafted rule on what was posted, by the same logic that would carry it out; the other rules in force are
 * left aside, and a draft that waits for reports matches as if there were none.
 *
 * @param acts newest first, also some from before `from`, so that what limits count is known
 * @param oldest since when `acts` has everything
 */
export function dryRun({
  draft,
  acts,
  state,
  from,
  to,
  oldest,
}: {
  readonly draft: Pick<RuleDraft, 'when' | 'autoWhen' | 'effects'>;
  readonly acts: readonly PastAct[];
  readonly state: CommunityState;
  readonly from: Date;
  readonly to: Date;
  readonly oldest: Date;
}): DryRun {
  const before = postsBefore(acts, oldest);
  const since = oldest > from ? oldest : from;
  const looked = acts.filter(({ at }) => at >= since && at <= to);
  const tried = looked.map((act) => {
    const known = before(act, 24);
    const facts: Facts = known === null ? act.facts : { ...act.facts, 'author.postsLastDay': known };
    return { act, facts, truth: evaluate(draft.when, facts) };
  });
  const matched = tried.filter(({ truth }) => truth === true);
  const automatic = matched.filter(
    ({ facts }) => draft.autoWhen === undefined || evaluate(draft.autoWhen, facts) === true,
  );
  const doing = (what: string) => draft.effects.filter((effect) => effect.do === what);
  const limits = doing('limit').flatMap((effect) => (effect.do === 'limit' ? [effect] : []));
  const overLimit = automatic.filter(({ act }) =>
    limits.some(({ hours, posts }) => (before(act, hours) ?? 0) >= posts),
  );
  const asked = [draft.when, ...(draft.autoWhen === undefined ? [] : [draft.autoWhen])].flatMap(factsIn);
  const found = matched.map(({ act }) => act);
  return {
    from: since,
    to,
    looked: looked.length,
    complete: oldest <= from,
    matched: matched.length,
    held: doing('hold').length > 0 ? automatic.length : 0,
    labelled: doing('label').length > 0 ? automatic.length : 0,
    limited: overLimit.length,
    unknown: tried.filter(({ truth }) => truth === 'unknown').length,
    notKnown: LOST.filter((fact) => asked.includes(fact)),
    authors: told(new Set(found.map(({ author }) => author)).size),
    ...shares(state, found),
    byWeek: weeks(found, since, to),
    examples: found.slice(0, MOST_EXAMPLES).map(({ post }) => post),
  };
}

const told = (authors: number): DryRun['authors'] => (authors > 0 && authors < LEAST_TOLD ? 'few' : authors);

/** How many posts an author had written in the hours before one; `null` where that reaches further back than is known. */
function postsBefore(acts: readonly PastAct[], oldest: Date) {
  const times = new Map<ActorIri, number[]>();
  for (const { author, at } of acts) {
    const known = times.get(author);
    if (known === undefined) times.set(author, [at.getTime()]);
    else known.push(at.getTime());
  }
  return ({ author, at }: PastAct, hours: number): number | null => {
    const end = at.getTime();
    const start = end - hours * HOUR_MS;
    if (start < oldest.getTime()) return null;
    const mine = times.get(author) ?? [];
    return firstBelow(mine, start) - firstBelow(mine, end);
  };
}

/** The place of the first time before a bound, in times that go backwards. */
function firstBelow(times: readonly number[], bound: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) >= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shares(state: CommunityState, found: readonly PastAct[]): Pick<DryRun, 'byOrganisation' | 'others'> {
  const by = new Map<Organisation, { posts: number; readonly authors: Set<ActorIri> }>();
  for (const { author } of found) {
    const name = state.members.get(author as PersonIri)?.organisation ?? organisation(hostOf(author));
    const share = by.get(name) ?? { posts: 0, authors: new Set() };
    by.set(name, share);
    share.posts += 1;
    share.authors.add(author);
  }
  const large = [...by].filter(([, { authors }]) => authors.size >= LEAST_TOLD);
  const byOrganisation = large
    .map(([name, { posts }]) => ({ organisation: name, posts }))
    .sort((a, b) => b.posts - a.posts || (a.organisation < b.organisation ? -1 : 1));
  return { byOrganisation, others: found.length - byOrganisation.reduce((sum, { posts }) => sum + posts, 0) };
}

function weeks(found: readonly PastAct[], from: Date, to: Date): DryRun['byWeek'] {
  const count = Math.max(1, Math.ceil((to.getTime() - from.getTime()) / WEEK_MS));
  const posts = new Array<number>(count).fill(0);
  for (const { at } of found) {
    const week = Math.min(count - 1, Math.floor((at.getTime() - from.getTime()) / WEEK_MS));
    posts[week] = (posts[week] ?? 0) + 1;
  }
  return posts.map((number, week) => ({ from: new Date(from.getTime() + week * WEEK_MS), posts: number }));
}
