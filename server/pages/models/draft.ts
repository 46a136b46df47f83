import type { Follows, Preview } from '../../../views/pages/propose.ts';
import type { PersonIri } from '../../community/ids.ts';
import { sentenceOf } from '../../community/result.ts';
import { type Said, type Sentence, said, together } from '../../community/said.ts';
import { changeWords, matterOf } from '../../governance/changes/index.ts';
import type { CharterParameters } from '../../governance/charter.ts';
import type { Change, Proposal } from '../../governance/proposal.ts';
import { durationsFor } from '../../governance/proposals/procedure.ts';
import type { SubmitRefusal } from '../../governance/proposals/submit.ts';
import { submitProposal } from '../../governance/proposals/submit.ts';
import { conflicts } from '../../governance/rules/conflicts.ts';
import { evaluate } from '../../governance/rules/evaluate.ts';
import { rulesAt } from '../../governance/rules/in-force.ts';
import type { Condition, Facts, RuleDraft } from '../../governance/rules/rule.ts';
import { factsWords, ruleWords } from '../../governance/rules/words.ts';
import type { CommunityState } from '../../governance/state.ts';
import { touchedWords } from './federation-form.ts';

/** Refusals that are about the person, whatever she proposes. */
const ABOUT_HER: readonly SubmitRefusal[] = ['not-a-member', 'too-new', 'too-many-open'];
const NO_CHANGE: Change = { kind: 'amend-charter', parameters: {} };

/** Why somebody may not propose now, in a sentence that says from when she may; `null` when she may. */
export function whyNotPropose(state: CommunityState, by: PersonIri, now: Date): Sentence | null {
  // The decision itself is asked, with nothing to propose yet: what it says about the person comes first.
  const asked = submitProposal({ state, by, title: '', reasons: '', change: NO_CHANGE, now });
  return !asked.ok && ABOUT_HER.includes(asked.refusal.code) ? sentenceOf(asked.refusal) : null;
}

/** How it goes on after a proposal was submitted, by the charter in force. */
export function whatFollows(parameters: CharterParameters, kind: Change['kind']): Follows {
  const { discussionDays, votingDays, timelockHours } = durationsFor(matterOf({ kind }), parameters);
  const { secondingDays, freezeHours } = parameters;
  const times = { secondingDays, discussionDays, freezeHours, votingDays, timelockHours };
  return { state: 'proposed', ...times, suspension: kind === 'limit-server' };
}

/** How it goes on with a text that is put beside a proposal. */
export const whatFollowsBeside = ({ id, phase }: Proposal): Follows => ({
  state: 'beside',
  id,
  ...('until' in phase ? { until: phase.until } : {}),
});

/** What a change would do, tried out beside what is in force. */
export function previewOf(state: CommunityState, change: Change, now: Date): Preview {
  switch (change.kind) {
    case 'adopt-rule':
    case 'amend-rule': {
      const { rule } = change;
      const examples = triedOut(rule);
      const peers = rulesAt(state.rules, now);
      const collisions = conflicts({
        draft: rule,
        peers,
        ...(change.kind === 'amend-rule'
          ? { amends: change.id, decided: state.decidedExamples.get(change.id) ?? [] }
          : {}),
      }).filter(({ kind }) => kind !== 'example');
      const wrong = examples.some(({ asWanted }) => !asWanted);
      return {
        sentence: ruleWords(rule),
        examples,
        problems: [
          ...(wrong ? [said`An example does not come out as you want it. Correct it, or the condition.`] : []),
          ...collisions.map(({ text }) => text),
        ],
      };
    }
    case 'limit-server':
      return { sentence: together(changeWords(change), touchedWords(state, change)), examples: [], problems: [] };
    default: {
      const words = changeWords(change);
      const sentence =
        matterOf(change) === 'charter' ? together(words, said`It needs two thirds of the votes.`) : words;
      return { sentence, examples: [], problems: [] };
    }
  }
}

function triedOut({ when, fixtures }: RuleDraft): Preview['examples'] {
  const tried = (example: Facts, wanted: boolean) => {
    const caught = evaluate(when, example);
    const comesOut = caught === true ? said`The rule catches this post.` : said`The rule leaves this post alone.`;
    const unknown = caught === 'unknown' ? [said`Not everything it asks about is known.`] : [];
    return { text: together(everythingIn(example), comesOut, ...unknown), asWanted: (caught === true) === wanted };
  };
  return [
    ...fixtures.match.map((example) => tried(example, true)),
    ...fixtures.noMatch.map((example) => tried(example, false)),
  ];
}

/** An example in words: all of its facts, as if a condition asked for each. */
function everythingIn(example: Facts): Said {
  return factsWords({ all: Object.entries(example).map((fact) => ({ eq: fact }) as Condition) }, example);
}
