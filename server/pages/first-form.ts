import type { Request } from 'express';
import type { Form } from '../../views/parts/field.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { said } from '../community/said.ts';
import type { CharterParameters } from '../governance/charter.ts';
import { PARAMETER_WORDS } from '../governance/charter-words.ts';
import type { Proposal } from '../governance/proposal.ts';
import type { RuleDraft } from '../governance/rules/rule.ts';
import type { Asked } from './drafts.ts';
import { query } from './governed.ts';
import { LIMIT_FIELDS, LIST_FIELDS } from './models/federation-form.ts';
import { valuesOf } from './models/rule-fields.ts';

/**
 * The form before anybody filled it in: empty; as the text stands that is to be changed, or beside which another is
 * put; or, for a server or a list, as a link on another page asks for.
 */
export function firstForm(asked: Asked, request: Request, beside: Proposal | null): Form<string> {
  const own = beside === null ? null : besideForm(asked, beside);
  if (own !== null) return own;
  switch (asked.kind) {
    case 'amend-rule':
      return ruleForm(asked.rule, `Rule ${asked.rule.id}`);
    case 'limit-server':
      return fromLink(request, LIMIT_FIELDS);
    case 'follow-list':
    case 'unfollow-list':
      return fromLink(request, LIST_FIELDS);
    default:
      return EMPTY_FORM;
  }
}

/** The proposal's own text, to be changed: most other texts differ from it in little. */
function besideForm(asked: Asked, { change, id }: Proposal): Form<string> | null {
  if (asked.kind !== change.kind) return null;
  switch (change.kind) {
    case 'adopt-rule':
    case 'amend-rule':
      return ruleForm(change.rule, id);
    case 'amend-charter': {
      const [name] = Object.keys(change.parameters) as (keyof CharterParameters)[];
      if (name === undefined || !(name in PARAMETER_WORDS)) return null;
      return { values: { parameter: name, value: String(change.parameters[name]) }, errors: {} };
    }
    case 'limit-server':
      return { values: { server: change.server }, errors: {} };
    default:
      return null;
  }
}

function ruleForm(rule: RuleDraft, named: string): Form<string> {
  const { values, whole } = valuesOf(rule);
  const error = said`${named} says more than this form can show. What you submit replaces all of it.`;
  return whole ? { values, errors: {} } : { values, errors: {}, error };
}

/** What a link puts into the form: nothing is submitted by it. */
function fromLink(request: Request, names: readonly string[]): Form<string> {
  const given = names.flatMap((name) => {
    const value = query(request, name);
    return value === undefined ? [] : [[name, value.slice(0, 2000).replaceAll('\0', '')] as const];
  });
  return { values: Object.fromEntries(given), errors: {} };
}
