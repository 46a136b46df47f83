import type { RuleField } from '../../../views/parts/rule-form.ts';
import type { RuleId } from '../../community/ids.ts';
import { type Sentence, said } from '../../community/said.ts';
import { type HumanMeasure, MOST_DAYS, readMeasure } from '../../governance/rules/human.ts';
import type { RuleDraft } from '../../governance/rules/rule.ts';
import { plainText } from '../../governance/rules/schema.ts';
import type { RuleValues } from './rule-fields.ts';

/** One sentence for each field that is wrong. */
export type Errors = Partial<Record<RuleField, Sentence>>;

export function wrong(errors: Errors, name: RuleField, text: Sentence): null {
  errors[name] = text;
  return null;
}

export function wholeNumber(typed: string): number | null {
  return /^\d{1,6}$/.test(typed) ? Number(typed) : null;
}

type Does = Pick<RuleDraft, 'effects' | 'autoWhen'>;

/** So many organisations at least must have reported a post before a rule hides it, where the form says nothing. */
const ORGANISATIONS = '2';

/** What a rule does by itself, and what must be true for it besides; `null` when something is wrong. */
export function readEffect(values: RuleValues, maxHoldHours: number, errors: Errors): Does | null {
  switch (values.effect) {
    case 'hold': {
      const hours = readAmount(values, 'holdHours', maxHoldHours, errors);
      return hours === null ? null : { effects: [{ do: 'hold', hours }] };
    }
    case 'label': {
      const label = plainText(1, 40).safeParse(values.label ?? '');
      return label.success
        ? { effects: [{ do: 'label', label: label.data }] }
        : wrong(errors, 'label', said`Give the words of the label, 40 characters at most.`);
    }
    case 'limit': {
      const posts = readAmount(values, 'limitPosts', 1000, errors);
      const hours = readAmount(values, 'limitHours', maxHoldHours, errors);
      return posts === null || hours === null ? null : { effects: [{ do: 'limit', posts, hours }] };
    }
    case 'hide': {
      const hours = readAmount(values, 'hideHours', maxHoldHours, errors);
      const { hideOrganisations: given = '' } = values;
      const asked = { ...values, hideOrganisations: given.trim() === '' ? ORGANISATIONS : given };
      const organisations = readAmount(asked, 'hideOrganisations', 1000, errors);
      if (hours === null || organisations === null) return null;
      return { effects: [{ do: 'hide', hours }], autoWhen: { gte: ['reports.distinctOrgs', organisations] } };
    }
    case 'none':
      return { effects: [] };
    default:
      return wrong(errors, 'effect', said`Choose what the rule does.`);
  }
}

function readAmount(
  values: RuleValues,
  name: 'holdHours' | 'limitPosts' | 'limitHours' | 'hideHours' | 'hideOrganisations',
  most: number,
  errors: Errors,
): number | null {
  const amount = wholeNumber((values[name] ?? '').trim());
  return amount !== null && amount >= 1 && amount <= most
    ? amount
    : wrong(errors, name, said`Give a whole number from 1 to ${most}.`);
}

/** What few rules say: whether it is about what exists already, how far people may go, which rules it overrides, its family, for whom it is. */
export function readMore(
  values: RuleValues,
  errors: Errors,
): Partial<Pick<RuleDraft, 'existing' | 'kind' | 'human' | 'family' | 'scope' | 'overrides'>> {
  const max = readHuman(values, errors);
  const family = (values.family ?? '').trim().toLowerCase();
  return {
    ...(values.existing === 'hide' ? { existing: values.existing } : {}),
    ...(values.kind === 'conduct' ? { kind: values.kind } : {}),
    ...(max === null ? {} : { human: { max } }),
    ...(family === '' ? {} : { family }),
    ...(values.scope === 'instance' ? { scope: values.scope } : {}),
    ...(values.overrides === undefined ? {} : { overrides: readOverrides(values.overrides, errors) }),
  };
}

function readHuman(values: RuleValues, errors: Errors): HumanMeasure | null {
  const { measure = '', measureDays = '' } = values;
  if (measure === '') return null;
  const timed = measure === 'mute' || measure === 'suspend';
  const text = timed ? `${measure}:${measureDays.trim()}d` : measure;
  if (readMeasure(text) !== null) return text as HumanMeasure;
  return timed
    ? wrong(errors, 'measureDays', said`Give a whole number of days from 1 to ${MOST_DAYS[measure]}.`)
    : wrong(errors, 'measure', said`Choose from the list how far people may go.`);
}

function readOverrides(typed: string, errors: Errors): readonly RuleId[] {
  const names = typed
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((name) => name.toUpperCase());
  if (names.some((name) => !/^R-[1-9]\d{0,5}$/.test(name)))
    wrong(errors, 'overrides', said`Name rules of this community, like R-1 R-4.`);
  return [...new Set(names)] as readonly string[] as readonly RuleId[];
}
