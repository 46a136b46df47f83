import type { ActorIri, CommunityIri, PersonIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { enforce, labelsOf, standingOf, windowsNeeded } from '../governance/rules/enforce.ts';
import { authorFacts, NO_REPORTS, postFacts } from '../governance/rules/facts.ts';
import { rulesAt } from '../governance/rules/in-force.ts';
import type { Fact, Facts } from '../governance/rules/rule.ts';
import { factsIn } from '../governance/rules/words.ts';
import type { CommunityState } from '../governance/state.ts';
import { evidenceOf } from './evidence.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'states' | 'timelines' | 'posts'>;

const HOUR_MS = 3_600_000;

/** A post with what the rules in force at `actAt` make of it: its standing, its labels, and the reasons. */
export async function judge(house: Needs, post: Post, actAt: Date, known?: CommunityState | null): Promise<Post> {
  const state = known ?? (post.community && (await house.states.load(post.community)));
  if (!state) return post;
  if (rulesAt(state.rules, actAt).length === 0) return { ...post, standing: { state: 'visible' }, labels: [] };
  const [countIn, contact] = await Promise.all([
    postsBefore(house, state, post, actAt),
    contactBefore(house, state, post, actAt),
  ]);
  const enforcements = enforce({
    state,
    facts: { ...factsOf(state, post, actAt, countIn.get(24) ?? 0), ...NO_REPORTS, ...contact },
    actAt,
    post: post.iri,
    author: post.author,
    evidence: evidenceOf(post),
    countIn,
  });
  return {
    ...post,
    standing: standingOf(enforcements),
    labels: labelsOf(enforcements),
    ...(enforcements.length === 0 ? {} : { restrictions: enforcements.map(({ statement }) => statement) }),
  };
}

/** What is known of a post by itself and of its author, at the time of the act. */
export function factsOf(state: CommunityState, post: Post, actAt: Date, postsLastDay?: number): Facts {
  const counted = postsLastDay === undefined ? {} : { postsLastDay };
  return {
    ...postFactsOf(post),
    ...authorFacts({ state, author: post.author as PersonIri, at: actAt, ...counted }),
  };
}

/** What is known of a post by itself. */
export const postFactsOf = (post: Post): Facts =>
  postFacts({
    html: post.html,
    isReply: post.inReplyTo !== undefined,
    origin: post.home,
    isEdit: isEdit(post),
    isPoll: post.poll !== undefined,
    details: post.details,
  });

/** One that was changed before it first came here is no edit to us. */
export const isEdit = ({ editedAt, receivedAt }: Post): boolean => editedAt !== undefined && editedAt > receivedAt;

/** When the act was done, as this server saw it. */
export const actTime = ({ editedAt, receivedAt }: Post): Date => editedAt ?? receivedAt;

/** How much the author posted here in each stretch of hours that a rule asks about. */
async function postsBefore(
  house: Pick<Needs, 'timelines'>,
  state: CommunityState,
  post: Post,
  actAt: Date,
): Promise<ReadonlyMap<number, number>> {
  const hours = [...new Set([24, ...windowsNeeded(state, actAt)])];
  const counts = await Promise.all(
    hours.map((span) =>
      house.timelines.countSince(state.community, post.author, new Date(actAt.getTime() - span * HOUR_MS)),
    ),
  );
  return new Map(hours.map((span, index) => [span, counts[index] ?? 0]));
}

/**
 * Whether those whom a post answers or mentions know its author: looked up only where a rule asks. Nothing is known of
 * a post that is for nobody in particular.
 */
export async function contactBefore(
  { timelines, posts }: Pick<Needs, 'timelines' | 'posts'>,
  state: CommunityState,
  { author, inReplyTo, thread, iri, to }: Post,
  at: Date,
): Promise<Facts> {
  if (!asks(state, at, 'rel.priorContact')) return {};
  const [parent, root] = await Promise.all([
    inReplyTo === undefined ? null : posts.byIri(inReplyTo),
    thread === iri ? null : posts.byIri(thread),
  ]);
  if (root?.author === author) return { 'rel.priorContact': true };
  const addressed = new Set<ActorIri>([...to, ...(parent === null ? [] : [parent.author])]);
  for (const self of [author, state.community as CommunityIri]) addressed.delete(self);
  if (addressed.size === 0) return {};
  return { 'rel.priorContact': await timelines.hasWritten(state.community, [...addressed], author) };
}

/** Whether any rule in force asks about a fact: what costs a look into the database is asked for only then. */
export function asks(state: CommunityState, at: Date, fact: Fact): boolean {
  return rulesAt(state.rules, at)
    .flatMap(({ when, autoWhen }) => (autoWhen === undefined ? [when] : [when, autoWhen]))
    .some((condition) => factsIn(condition).includes(fact));
}
