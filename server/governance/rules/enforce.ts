import type { ActorIri, Digest, PostIri } from '../../community/ids.ts';
import type { Post, Standing } from '../../community/post.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { inEnglish, said } from '../../community/said.ts';
import type { StatementOfReasons } from '../events.ts';
import type { CommunityState } from '../state.ts';
import type { Enforcement } from './effects.ts';
import { actKey, enforcementOf, familyOf, holdHours } from './effects.ts';
import { evaluate } from './evaluate.ts';
import { rulesAt, versionAt } from './in-force.ts';
import { milderEffects } from './milder.ts';
import { prevailing } from './precedence.ts';
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
  /** Set when it is looked at again because of reports: what is imposed now begins now. */
  readonly again?: Date;
  readonly facts: Facts;
  /** The author's posts in so many hours before this one, by hours, as `windowsNeeded` names them. */
  readonly countIn: ReadonlyMap<number, number>;
}

/**
 * What the rules in force at the time of the act do to it, each with its reasons (governance.md §3.3). Labels all
 * stand; of several holds only the most restrictive, so that one act is held once. Which rules have a say, `prevailing`
 * tells; where a version after the one in force is milder, no more is done than by that. Whatever is unknown has no
 * effect.
 */
export function enforce({ state, ...act }: Act & { readonly state: CommunityState }): readonly Enforcement[] {
  const matching = rulesAt(state.rules, act.actAt).filter((rule) => evaluate(rule.when, act.facts) === true);
  const found = prevailing(matching, state)
    .filter((rule) => actsByItself(rule, act.facts))
    .flatMap((rule) => effectsOn(state, rule, act).map((effect) => ({ rule, effect })))
    .map(({ rule, effect }) => statement({ state, act, rule, effect }))
    .filter((reasons) => !state.dealtWith.has(actKey(reasons)));
  const longest = Math.max(...found.map(({ effect }) => holdHours(effect)));
  const hold = found.find(({ effect }) => effect.do !== 'label' && holdHours(effect) === longest);
  const labels = new Map(found.filter(({ effect }) => effect.do === 'label').map((one) => [actKey(one), one]));
  return [...(hold === undefined ? [] : [hold]), ...labels.values()].map(enforcementOf);
}

const actsByItself = ({ autoWhen }: Rule, facts: Facts): boolean =>
  autoWhen === undefined || evaluate(autoWhen, facts) === true;

/** What a rule does to an act: holds and limits when it arrives, hiding when it is looked at again; labels both times. */
function effectsOn(state: CommunityState, rule: Rule, act: Act): readonly AutoEffect[] {
  const applying = (version: Rule) => version.effects.filter((effect) => applies(effect, act));
  return milderEffects({ state, rule, now: act.again ?? act.actAt, facts: act.facts, applying });
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
    return refused('already-dealt-with', said`Rule ${rule} has dealt with this post already.`);
  }
  if (versionAt(state.rules, rule, reasons.actAt)?.version !== version) {
    return refused('not-in-force', said`Rule ${rule}, version ${version}, was not in force when this was posted.`);
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

function applies(effect: AutoEffect, { countIn, again }: Act): boolean {
  if (effect.do === 'label') return true;
  if (effect.do === 'hide') return again !== undefined;
  if (again !== undefined) return false;
  if (effect.do === 'hold') return true;
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
  const conditions = { all: [rule.when, ...(rule.autoWhen === undefined ? [] : [rule.autoWhen])] };
  const limit = effect.do === 'limit' ? limitWords(effect.hours, act) : '';
  return {
    post: act.post,
    author: act.author,
    evidence: act.evidence,
    cited: { rule: rule.id, version: rule.version },
    ...(familyOf(rule) === rule.id ? {} : { family: familyOf(rule) }),
    effect: within(effect, state.charter.parameters.maxHoldHours),
    actAt: act.actAt,
    ...(act.again === undefined ? {} : { since: act.again }),
    facts: `${inEnglish(factsWords(conditions, act.facts))}${limit}`,
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
