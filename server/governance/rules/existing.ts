import type { ActorIri, Digest, PostIri, RuleId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { inEnglish } from '../../community/said.ts';
import { canonicalText } from '../../record/canonical.ts';
import { addDays, earlier } from '../dates.ts';
import type { EventOf } from '../events.ts';
import type { CommunityState } from '../state.ts';
import { actKey, familyOf } from './effects.ts';
import { evaluate } from './evaluate.ts';
import { endOf, rulesAt, versionAt } from './in-force.ts';
import { prevailing } from './precedence.ts';
import type { Facts, Rule } from './rule.ts';
import { type ExistingPass, type PostPlace, versionKey } from './state.ts';
import { factsWords } from './words.ts';

/** So long authors know before what they wrote earlier is hidden (governance.md §3.3, Non-retroactivity). */
export const NOTICE_DAYS = 7;
/** So many posts are hidden, or shown again, by one entry at most. */
export const MOST_AT_ONCE = 100;

/** A post from before a rule, as it stands. */
export interface ExistingPost {
  readonly post: PostIri;
  readonly author: ActorIri;
  /** SHA-256 of the post as it stands. */
  readonly evidence: Digest;
  /** When it was written or last changed, as this server received it. */
  readonly actAt: Date;
  readonly facts: Facts;
}

/** A version of a rule that is also about what existed, if it is in force and not suspended: what can be applied. */
export function reachingBack(state: CommunityState, id: RuleId, version: number, now: Date): Rule | null {
  const rule = state.rules.get(id)?.find((one) => one.version === version);
  if (rule?.existing === undefined) return null;
  return rule.activeFrom <= now && now < endOfReach(state, rule) ? rule : null;
}

/**
 * When a version is no longer a ground to hide what existed: it ends, and no later version asks for the same of the
 * same posts; or a contradiction with another rule is found, in whoever's favour it is settled. Then what it hid is
 * shown again; members can decide it anew.
 */
export function endOfReach(state: Pick<CommunityState, 'rules' | 'suspensions'>, rule: Rule): Date {
  const next = state.rules.get(rule.id)?.find(({ version }) => version === rule.version + 1);
  const goesOn = next !== undefined && next.activeFrom.getTime() === endOf(rule).getTime() && isSame(rule, next);
  const end = goesOn ? endOfReach(state, next) : endOf(rule);
  const found = [...state.suspensions.values()].filter(({ rules }) => rules.includes(rule.id));
  return found
    .map(({ since }) => since)
    .filter((since) => since >= rule.activeFrom)
    .reduce(earlier, end);
}

const isSame = (one: Rule, other: Rule): boolean => reachText(one) === reachText(other);
const reachText = ({ when, autoWhen, existing }: Rule): string =>
  canonicalText([when, autoWhen ?? null, existing ?? null]);

type Reaching = Pick<Rule, 'id' | 'version' | 'family' | 'when' | 'autoWhen' | 'overrides' | 'scope'>;

/**
 * Whether a rule hides a post from before it: what it asks about is known to be true, no other rule in force has a say
 * before it, and nothing of its family has taken the same post out of sight before.
 */
export function hidesExisting(
  state: CommunityState,
  rule: Reaching,
  { facts, ...act }: ExistingPost,
  now: Date,
): boolean {
  if (evaluate(rule.when, facts) !== true) return false;
  if (rule.autoWhen !== undefined && evaluate(rule.autoWhen, facts) !== true) return false;
  if (state.holds.has(act.post) || state.dealtWith.has(existingKey(rule, act))) return false;
  const others = rulesAt(state.rules, now).filter((one) => one.id !== rule.id && evaluate(one.when, facts) === true);
  return prevailing<Reaching>([rule, ...others], state).some(({ id }) => id === rule.id);
}

/** Under what name it is remembered that a rule has dealt with a post. */
export const existingKey = (
  rule: Pick<Rule, 'id' | 'version' | 'family'>,
  { post, evidence }: Pick<ExistingPost, 'post' | 'evidence'>,
): string =>
  actKey({
    post,
    evidence,
    cited: { rule: rule.id, version: rule.version },
    effect: { do: 'hide' },
    family: familyOf(rule),
  });

interface Pass {
  readonly state: CommunityState;
  readonly rule: RuleId;
  readonly version: number;
  readonly now: Date;
}

type Stopped = EventOf<'existing-shown'>;

/**
 * The authors of some posts are told what will become of them. Posts are gone through from the first one on; an answer
 * without `upTo` was the last part, and the seven days begin with it.
 */
export function announceExisting({
  state,
  rule,
  version,
  from,
  upTo,
  posts,
  now,
}: Pass & { readonly from?: PostPlace; readonly upTo?: PostPlace; readonly posts: number }): Result<
  EventOf<'existing-announced'> | Stopped,
  'not-due'
> {
  const pass = state.existing.get(versionKey(rule, version));
  if (pass !== undefined && pass.stage !== 'announcing') return notDue();
  if (placeText(pass?.upTo) !== placeText(from)) return notDue();
  if (reachingBack(state, rule, version, now) === null) return stop(rule, version);
  const range = { ...(from === undefined ? {} : { from }), ...(upTo === undefined ? {} : { upTo }) };
  return accepted({ kind: 'existing-announced', rule, version, ...range, posts, hideAt: addDays(now, NOTICE_DAYS) });
}

/** The next posts are hidden, as they stand now; those that the rule is no longer about are left alone. */
export function hideExisting({
  state,
  rule: id,
  version,
  from,
  upTo,
  posts,
  now,
}: Pass & { readonly from?: PostPlace; readonly upTo?: PostPlace; readonly posts: readonly ExistingPost[] }): Result<
  EventOf<'existing-hidden'> | Stopped,
  'not-due'
> {
  const pass = state.existing.get(versionKey(id, version));
  if (pass?.stage !== 'hiding' || now < pass.hideAt || placeText(pass.upTo) !== placeText(from)) return notDue();
  const rule = reachingBack(state, id, version, now);
  if (rule === null) return stop(id, version);
  const conditions = { all: [rule.when, ...(rule.autoWhen === undefined ? [] : [rule.autoWhen])] };
  const hidden = posts.filter((post) => hidesExisting(state, rule, post, now));
  return accepted({
    kind: 'existing-hidden',
    rule: id,
    version,
    ...(familyOf(rule) === id ? {} : { family: familyOf(rule) }),
    ...(upTo === undefined ? {} : { upTo }),
    posts: hidden.map(({ facts, ...post }) => ({ ...post, facts: inEnglish(factsWords(conditions, facts)) })),
    until: endOfReach(state, rule),
  });
}

/** The rule is a ground no longer: what it hid is shown again, a hundred posts at a time. */
export function showExisting({ state, rule, version, now }: Pass): Result<Stopped, 'not-due'> {
  const stopped = state.existing.get(versionKey(rule, version))?.stage === 'stopped';
  if (!stopped && reachingBack(state, rule, version, now) !== null) return notDue();
  const posts = hiddenUnder(state, rule, version).slice(0, MOST_AT_ONCE);
  return posts.length === 0 ? notDue() : accepted({ kind: 'existing-shown', rule, version, posts });
}

/** The posts from before a version that are hidden under it now. */
export const hiddenUnder = (
  { holds }: Pick<CommunityState, 'holds'>,
  rule: RuleId,
  version: number,
): readonly PostIri[] =>
  [...holds]
    .filter(([, { existing, cited }]) => existing !== undefined && cited.rule === rule && cited.version === version)
    .map(([post]) => post);

const stop = (rule: RuleId, version: number) => accepted({ kind: 'existing-shown' as const, rule, version, posts: [] });
const notDue = () => refused('not-due', 'Nothing that existed before this rule is dealt with now.');
const placeText = (place: PostPlace | undefined): string =>
  place === undefined ? '' : `${place.at.toISOString()} ${place.post}`;

/** What time brings about for posts from before a rule. */
export interface ExistingStep {
  readonly step: 'announce-existing' | 'hide-existing' | 'show-existing';
  readonly rule: RuleId;
  readonly version: number;
  readonly at: Date;
}

/** Versions in force that authors have to be told of, posts to be hidden, and those to be shown again. */
export function comingExisting(state: CommunityState): readonly ExistingStep[] {
  const fresh = [...state.rules.values()].flat().filter(({ existing }) => existing !== undefined);
  if (fresh.length === 0) return [];
  const hiding = [...state.holds.values()]
    .filter(({ existing }) => existing !== undefined)
    .map(({ cited }) => versionKey(cited.rule, cited.version));
  return fresh.flatMap((rule) => stepsOf(state, rule, new Set(hiding)));
}

function stepsOf(state: CommunityState, rule: Rule, hiding: ReadonlySet<string>): readonly ExistingStep[] {
  const { id, version, activeFrom } = rule;
  const key = versionKey(id, version);
  const pass: ExistingPass | undefined = state.existing.get(key);
  const end = endOfReach(state, rule);
  const step = (what: ExistingStep['step'], at: Date): ExistingStep => ({ step: what, rule: id, version, at });
  const back = hiding.has(key) ? [step('show-existing', end)] : [];
  const next = (what: ExistingStep['step'], at: Date) => (at < end ? [step(what, at)] : []);
  switch (pass?.stage) {
    case undefined:
      // One that ended before anybody was told is nobody's business any more.
      return end <= state.at ? back : next('announce-existing', activeFrom);
    case 'announcing':
      return [...next('announce-existing', pass.at), ...back];
    case 'hiding':
      return [...next('hide-existing', pass.upTo === undefined ? pass.hideAt : pass.at), ...back];
    case 'stopped':
      return hiding.has(key) ? [step('show-existing', pass.at)] : [];
    case 'done':
      return back;
  }
}

/** The version of a rule whose clause counts now, with how far it was applied: for pages. */
export function existingOf(state: CommunityState, id: RuleId, now: Date): ExistingPass | null {
  const rule = versionAt(state.rules, id, now);
  return rule === null ? null : (state.existing.get(versionKey(id, rule.version)) ?? null);
}
