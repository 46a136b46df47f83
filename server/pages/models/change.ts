import type { ChangeModel } from '../../../views/pages/proposal.ts';
import type { RuleCite } from '../../../views/parts/post.ts';
import type { Pages } from '../../community/addresses.ts';
import type { RuleId } from '../../community/ids.ts';
import { changeTitle, changeWords } from '../../governance/changes/index.ts';
import type { Change, Proposal } from '../../governance/proposal.ts';
import { versionAt } from '../../governance/rules/in-force.ts';
import { machinePart } from '../../governance/rules/machine-part.ts';
import type { RuleDraft } from '../../governance/rules/rule.ts';
import { ruleWords } from '../../governance/rules/words.ts';
import type { CommunityState } from '../../governance/state.ts';

/** Where citing needs to look, and to lead. */
export interface Citing {
  readonly state: CommunityState;
  readonly pages: Pages;
  readonly handle: string;
}

/** What a proposal would change, in words and as data. */
export function changeModel({ proposal, ...citing }: Citing & { readonly proposal: Proposal }): ChangeModel {
  const { change, submittedAt } = proposal;
  const what = changeTitle(change);
  switch (change.kind) {
    case 'adopt-rule':
      return { what, ...ruleParts(change.rule), ...becameOf(citing, proposal) };
    case 'amend-rule':
      return {
        what,
        ...ruleParts(change.rule),
        ...citedAt(citing, change.id, submittedAt),
        ...becameOf(citing, proposal),
      };
    case 'repeal-rule':
      return { what, ...plainParts(change), ...citedAt(citing, change.id, submittedAt) };
    default:
      return { what, ...plainParts(change) };
  }
}

const plainParts = (change: Change): Pick<ChangeModel, 'sentence' | 'json'> => ({
  sentence: changeWords(change),
  json: asText(change),
});

/** A rule's version as pages cite it. */
export function citeRule(
  { pages, handle }: Pick<Citing, 'pages' | 'handle'>,
  { id, version, title }: { readonly id: RuleId; readonly version: number; readonly title?: string },
): RuleCite {
  const path = `${pages.rules(handle)}#${id}-v${version}`;
  return { id, version, path, ...(title === undefined ? {} : { title }) };
}

/** The part of a rule that the software carries out, formatted to be read. */
export const ruleText = (rule: RuleDraft): string => asText(machinePart(rule));

function ruleParts(rule: RuleDraft): Pick<ChangeModel, 'sentence' | 'text' | 'json'> {
  return { sentence: ruleWords(rule), text: rule.text[rule.authoritative] ?? '', json: ruleText(rule) };
}

/** The version that it became, once it is in force. */
function becameOf(citing: Citing, { id }: Proposal): Pick<ChangeModel, 'became'> {
  const version = [...citing.state.rules.values()].flat().find(({ adoptedBy }) => adoptedBy === id);
  return version === undefined ? {} : { became: citeRule(citing, version) };
}

/** The version that the proposer had before her. */
function citedAt(citing: Citing, id: RuleId, at: Date): Pick<ChangeModel, 'rule'> {
  const version = versionAt(citing.state.rules, id, at);
  return version === null ? {} : { rule: citeRule(citing, version) };
}

const asText = (value: unknown): string => JSON.stringify(value, null, 2);
