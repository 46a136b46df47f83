import type { RuleModel, RulesModel } from '../../../views/pages/rules.ts';
import type { RuleId } from '../../community/ids.ts';
import { type Sentence, said, together } from '../../community/said.ts';
import type { CharterParameters } from '../../governance/charter.ts';
import { PARAMETER_WORDS } from '../../governance/charter-words.ts';
import { endOf, isInForce } from '../../governance/rules/in-force.ts';
import { isMirrored } from '../../governance/rules/instance.ts';
import { isInstance } from '../../governance/rules/precedence.ts';
import type { Rule } from '../../governance/rules/rule.ts';
import { versionKey } from '../../governance/rules/state.ts';
import { exampleSentence, ruleWords } from '../../governance/rules/words.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { Citing } from './change.ts';
import { ruleText } from './change.ts';

/** The rules in force, every version that once was, newest first, and what was decided about other servers. */
export function ruleModels(citing: Citing, now: Date): Pick<RulesModel, 'inForce' | 'instance' | 'former' | 'servers'> {
  const all = [...citing.state.rules.values()].flat();
  const former = all.filter((rule) => endOf(rule) <= now);
  const inForce = all.filter((rule) => isInForce(rule, now));
  return {
    inForce: inForce.filter(({ id }) => !isMirrored(id)).map((rule) => ruleModel(citing, rule)),
    instance: inForce.filter(({ id }) => isMirrored(id)).map((rule) => ruleModel(citing, rule)),
    former: former
      .sort((a, b) => endOf(b).getTime() - endOf(a).getTime())
      .map((rule) => ({
        ...ruleModel(citing, rule),
        suspended: [],
        activeTo: endOf(rule),
        ended: endingOf(citing, rule),
      })),
    servers: serverModels(citing),
  };
}

function serverModels({ state, pages, handle }: Citing): RulesModel['servers'] {
  return [...state.servers].map(([server, { level, since, proposal }]) => ({
    server,
    restriction: level,
    since,
    decision: { id: proposal, path: pages.proposal(handle, proposal) },
  }));
}

function ruleModel(citing: Citing, rule: Rule): RuleModel {
  const { state, pages, handle } = citing;
  const { id, version, title, text, authoritative, adoptedBy, activeFrom, sunsetAt } = rule;
  const source = state.mirrored.get(id)?.source;
  const own = adoptedBy === 'founder' ? {} : { decision: { id: adoptedBy, path: pages.proposal(handle, adoptedBy) } };
  return {
    id,
    version,
    title,
    text: text[authoritative] ?? '',
    lang: authoritative,
    sentence: ruleWords(rule),
    json: ruleText(rule),
    ...(source === undefined ? own : {}),
    ...(isInstance(rule) ? { server: source === undefined ? {} : { from: source } } : {}),
    examples: [
      ...rule.fixtures.match.map((example) => ({ text: exampleSentence(example), caught: true })),
      ...rule.fixtures.noMatch.map((example) => ({ text: exampleSentence(example), caught: false })),
      ...(state.decidedExamples.get(id) ?? []).map(({ example, catches, jury }) => ({
        text: exampleSentence(example),
        caught: catches,
        jury,
      })),
    ],
    acted: state.acted.get(versionKey(id, version)) ?? 0,
    ...(isCited(state, id) ? { figures: `${pages.community(handle)}/figures#${id}` } : {}),
    ...existingWords(citing, rule),
    suspended: suspensionsOf(state, id),
    activeFrom,
    sunsetAt,
  };
}

/** How far a rule has come with what was posted before it, in a sentence. */
function existingWords({ state }: Citing, { id, version, existing }: Rule): Pick<RuleModel, 'existing'> {
  if (existing === undefined) return {};
  const pass = state.existing.get(versionKey(id, version));
  switch (pass?.stage) {
    case undefined:
    case 'announcing':
      return { existing: said`The authors of posts from before it are being told.` };
    case 'hiding':
      return {
        existing:
          pass.announced === 1
            ? said`1 post from before it will be hidden on ${pass.hideAt}; their authors have been told.`
            : said`${pass.announced} posts from before it will be hidden on ${pass.hideAt}; their authors have been told.`,
      };
    case 'done':
      return {
        existing:
          pass.hidden === 1
            ? said`1 post from before it was hidden, after seven days’ notice.`
            : said`${pass.hidden} posts from before it were hidden, after seven days’ notice.`,
      };
    case 'stopped':
      return { existing: said`It is about posts from before it no longer; what it hid is shown again.` };
  }
}

/** Whether a case was ever about it. */
const isCited = ({ cases }: CommunityState, id: RuleId): boolean =>
  [...cases.values()].some(({ cited }) => cited.rule === id);

/** What a contradiction with another rule keeps a rule from. */
function suspensionsOf({ suspensions }: CommunityState, id: RuleId): readonly Sentence[] {
  return [...suspensions.values()].flatMap(({ rules, resolved }) => {
    const other = rules.find((one) => one !== id);
    if (!rules.includes(id) || other === undefined || resolved?.favour === id) return [];
    const both = said`It and rule ${other} each say that they override the other.`;
    if (resolved === undefined)
      return [together(both, said`Until a jury has decided, neither acts on a post that both are about.`)];
    return resolved.favour === 'neither'
      ? [together(both, said`A jury decided that neither acts on a post that both are about.`)]
      : [together(both, said`A jury decided that rule ${other} counts for a post that both are about.`)];
  });
}

function endingOf({ state }: Citing, rule: Rule): NonNullable<RuleModel['ended']> {
  const next = state.rules.get(rule.id)?.find(({ version }) => version === rule.version + 1);
  if (next !== undefined && next.activeFrom.getTime() === endOf(rule).getTime()) return 'amended';
  return endOf(rule) < rule.sunsetAt ? 'repealed' : 'expired';
}

export type ParameterName = keyof CharterParameters;
export const PARAMETERS = Object.keys(PARAMETER_WORDS) as readonly ParameterName[];
