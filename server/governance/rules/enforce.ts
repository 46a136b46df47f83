import type { ActorIri, Digest, PostIri } from '../../community/ids.ts';
import type { Post, Standing } from '../../community/post.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import type { StatementOfReasons } from '../events.ts';
import type { CommunityState } from '../state.ts';
import type { Enforcement } from './effects.ts';
import { actKey, enforcementOf, holdHours } from './effects.ts';
import { evaluate } from './evaluate.ts';
import { rulesAt, versionAt } from './in-force.ts';
import type { AutoEffect, Facts, Rule } from './rule.ts';
import { amountOf } from './vocabulary.ts';
import { factsWords } from './words.ts';

/** A post as it was received, and what is known about it: what rules are tried on. */
export interface Act {
  readonly post: PostIri;
  readonly author: ActorIri;
  /** SHA-256 of the post as it was received. */
  readonly evidence: Digest;
  /** When this server received it. A claimed time could be set back to escape a rule (governance.md §3.3). */
  readonly actAt: Date;
  readonly facts: Facts;
  /** The author's posts in so many hours before this one, by hours, as `windowsNeeded` names them. */
  readonly countIn: ReadonlyMap<number, number>;
}

/**
 * What the rules in force at the time of the act do to it, each with its reasons (governance.md §3.3). Labels all
 * stand; of several holds only the most restrictive, so that one act is held once. A rule that another one, also
 * true of the act, declares to override does nothing (two that override each other both yield: contradictory duties
 * sanction nobody). Whatever is unknown has no effect.
 */
export function enforce({ state, ...act }: Act & { readonly state: CommunityState }): readonly Enforcement[] {
  const matching = rulesAt(state.rules, act.actAt).filter((rule) => evaluate(rule.when, act.facts) === true);
  const overridden = new Set(matching.flatMap(({ id, overrides }) => overrides.filter((other) => other !== id)));
  const found = matching
    .filter(({ id }) => !overridden.has(id))
    .flatMap((rule) => rule.effects.filter((effect) => applies(effect, act)).map((effect) => ({ rule, effect })))
    .map(({ rule, effect }) => statement({ state, act, rule, effect }))
    .filter((reasons) => !state.dealtWith.has(actKey(reasons)));
  const longest = Math.max(...found.map(({ effect }) => holdHours(effect)));
  const hold = found.find(({ effect }) => effect.do !== 'label' && holdHours(effect) === longest);
  const labels = found.filter(({ effect }) => effect.do === 'label');
  return [...(hold === undefined ? [] : [hold]), ...labels].map(enforcementOf);
}

/** The hours for which `countIn` is needed: the windows of all limits in force at a time. */
export function windowsNeeded(state: CommunityState, at: Date): readonly number[] {
  const effects = rulesAt(state.rules, at).flatMap((rule) => rule.effects);
  return [...new Set(effects.filter((effect) => effect.do === 'limit').map(({ hours }) => hours))].sort(
    (a, b) => a - b,
  );
}

/**
 * The entry for a restriction that was imposed when the post arrived. Refused when the version it cites was, by what
 * the record says now, not in force at the time of the act: then the restriction has to be taken back (P4).
 */
export function recordRestriction({
  state,
  statement: reasons,
}: {
  readonly state: CommunityState;
  readonly statement: StatementOfReasons;
  readonly now: Date;
}): Result<Enforcement, 'not-in-force' | 'already-dealt-with'> {
  const { rule, version } = reasons.cited;
  if (state.dealtWith.has(actKey(reasons))) {
    return refused('already-dealt-with', `Rule ${rule} has dealt with this post already.`);
  }
  if (versionAt(state.rules, rule, reasons.actAt)?.version !== version) {
    return refused('not-in-force', `Rule ${rule}, version ${version}, was not in force when this was posted.`);
  }
  return accepted(enforcementOf(reasons));
}

/** Where a post stands after what rules did to it. */
export function standingOf(enforcements: readonly Enforcement[]): Standing {
  const hold = enforcements.find((event) => event.kind === 'post-held');
  return hold === undefined ? { state: 'visible' } : { state: 'held', cited: hold.statement.cited, until: hold.until };
}

/** The labels that rules put on a post. */
export function labelsOf(enforcements: readonly Enforcement[]): Post['labels'] {
  return enforcements
    .filter((event) => event.kind === 'post-labelled')
    .map(({ statement, label }) => ({ ...statement.cited, label }));
}

function applies(effect: AutoEffect, { countIn }: Act): boolean {
  if (effect.do !== 'limit') return true;
  const before = countIn.get(effect.hours);
  return before !== undefined && before >= effect.posts;
}

function statement({
  state,
  act,
  rule,
  effect,
}: {
  readonly state: CommunityState;
  readonly act: Act;
  readonly rule: Rule;
  readonly effect: AutoEffect;
}): StatementOfReasons {
  const found = factsWords(rule.when, act.facts);
  const limit = effect.do === 'limit' ? limitWords(effect.hours, act) : '';
  return {
    post: act.post,
    author: act.author,
    evidence: act.evidence,
    cited: { rule: rule.id, version: rule.version },
    effect: within(effect, state.charter.parameters.maxHoldHours),
    actAt: act.actAt,
    facts: `${found}${limit}`,
    automated: true,
    decidedBy: 'rule',
  };
}

function limitWords(hours: number, { countIn }: Act): string {
  const wrote = amountOf(countIn.get(hours) ?? 0, ['post', 'posts']);
  return ` Its author had written ${wrote} in the ${amountOf(hours, ['hour', 'hours'])} before.`;
}

/** A charter that was amended after the rule may allow less than the rule says. */
function within(effect: AutoEffect, maxHoldHours: number): AutoEffect {
  return effect.do === 'label' ? effect : { ...effect, hours: Math.min(effect.hours, maxHoldHours) };
}
