import type { PersonIri, RuleId } from '../../community/ids.ts';
import { inEnglish, type Said, said } from '../../community/said.ts';
import type { JuryOption, JuryWanted } from '../juries/jury.ts';
import type { CommunityState } from '../state.ts';
import { holdHours } from './effects.ts';
import type { Rule } from './rule.ts';
import type { Suspension } from './state.ts';

/** A jury of seven, of whom four decide (governance.md §3.3, Conflict; §3.4). */
const SIZE = 7;
const NEED = 4;

type Named = Pick<Rule, 'id' | 'title'>;

/** What a jury is asked about two rules. */
export const whichCounts = (one: Named, other: Named): Said =>
  said`Rules ${one.id} (“${one.title}”) and ${other.id} (“${other.title}”) each say that they override the other. Which of them counts for a post that both are about?`;

/** One of them, as an answer. */
export const ruleNamed = ({ id, title }: Named): Said => said`Rule ${id} (“${title}”)`;

/** Rules that contradict each other about an act. */
export function juriesForConflicts(state: CommunityState): readonly JuryWanted[] {
  return [...state.suspensions.values()].flatMap((suspension) => wanted(state, suspension) ?? []);
}

function wanted(state: CommunityState, { rules, since, resolved }: Suspension): JuryWanted | null {
  const [one, other] = rules.map((id) => state.rules.get(id)?.at(-1));
  if (resolved !== undefined || one === undefined || other === undefined) return null;
  const [milder, stricter] = severityOf(one) <= severityOf(other) ? [one, other] : [other, one];
  return {
    purpose: { kind: 'interpretation', rules },
    since,
    size: SIZE,
    question: inEnglish(whichCounts(one, other)),
    options: [
      { id: 'neither', words: 'Neither of them, until the members change one', need: NEED },
      optionFor(milder),
      optionFor(stricter),
    ],
    excluded: [one, other].flatMap((rule) => proposerOf(state, rule)),
    excludedOrganisations: [],
  };
}

const optionFor = ({ id, title }: Rule): JuryOption => ({ id, words: inEnglish(ruleNamed({ id, title })), need: NEED });

/** How much a rule does to a post by itself: the hours it takes it out of sight, then whether it labels it. */
const severityOf = ({ effects }: Rule): number =>
  Math.max(0, ...effects.map((effect) => holdHours(effect) + (effect.do === 'label' ? 0.5 : 0)));

/** Whoever wrote one of the rules is a party. */
function proposerOf(
  { proposals, founder }: CommunityState,
  { adoptedBy }: { readonly adoptedBy: Rule['adoptedBy']; readonly id: RuleId },
) {
  if (adoptedBy === 'founder') return [founder];
  const by = proposals.get(adoptedBy)?.by;
  return by === undefined ? [] : [by as PersonIri];
}
