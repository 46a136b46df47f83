import type { RuleModel, RulesModel } from '../../../views/pages/rules.ts';
import type { CharterParameters } from '../../governance/charter.ts';
import { PARAMETER_WORDS } from '../../governance/charter-words.ts';
import { endOf, isInForce } from '../../governance/rules/in-force.ts';
import type { Rule } from '../../governance/rules/rule.ts';
import { amountOf } from '../../governance/rules/vocabulary.ts';
import { ruleWords } from '../../governance/rules/words.ts';
import { LEVEL_WORDS } from '../../governance/server-words.ts';
import type { Citing } from './change.ts';
import { ruleText } from './change.ts';

/** The rules in force, every version that once was, newest first, and what was decided about other servers. */
export function ruleModels(citing: Citing, now: Date): Pick<RulesModel, 'inForce' | 'former' | 'servers'> {
  const all = [...citing.state.rules.values()].flat();
  const former = all.filter((rule) => endOf(rule) <= now);
  return {
    inForce: all.filter((rule) => isInForce(rule, now)).map((rule) => ruleModel(citing, rule)),
    former: former
      .sort((a, b) => endOf(b).getTime() - endOf(a).getTime())
      .map((rule) => ({ ...ruleModel(citing, rule), activeTo: endOf(rule), ended: endingOf(citing, rule) })),
    servers: serverModels(citing),
  };
}

function serverModels({ state, pages, handle }: Citing): RulesModel['servers'] {
  return [...state.servers].map(([server, { level, since, proposal }]) => ({
    server,
    level: LEVEL_WORDS[level],
    since,
    decision: { id: proposal, path: pages.proposal(handle, proposal) },
  }));
}

function ruleModel({ pages, handle }: Citing, rule: Rule): RuleModel {
  const { id, version, title, text, authoritative, adoptedBy, activeFrom, sunsetAt } = rule;
  return {
    id,
    version,
    title,
    text: text[authoritative] ?? '',
    lang: authoritative,
    sentence: ruleWords(rule),
    json: ruleText(rule),
    ...(adoptedBy === 'founder' ? {} : { decision: { id: adoptedBy, path: pages.proposal(handle, adoptedBy) } }),
    activeFrom,
    sunsetAt,
  };
}

function endingOf({ state }: Citing, rule: Rule): NonNullable<RuleModel['ended']> {
  const next = state.rules.get(rule.id)?.find(({ version }) => version === rule.version + 1);
  if (next !== undefined && next.activeFrom.getTime() === endOf(rule).getTime()) return 'amended';
  return endOf(rule) < rule.sunsetAt ? 'repealed' : 'expired';
}

export type ParameterName = keyof CharterParameters;
export const PARAMETERS = Object.keys(PARAMETER_WORDS) as readonly ParameterName[];

/** A parameter's value with its unit. */
export function parameterWords(name: ParameterName, value: CharterParameters[ParameterName]): string {
  if (name === 'federation') return value === 'allow-list' ? 'only those decided about' : 'all but those suspended';
  if (typeof value === 'string') return value === 'open' ? 'open to everyone' : 'by invitation';
  if (value === undefined) return '';
  if (name.endsWith('Days')) return amountOf(value, ['day', 'days']);
  if (name.endsWith('Hours')) return amountOf(value, ['hour', 'hours']);
  if (name.endsWith('Months')) return amountOf(value, ['month', 'months']);
  if (name.endsWith('Percent')) return `${value} %`;
  return String(value);
}
