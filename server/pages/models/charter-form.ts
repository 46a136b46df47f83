import type { ProposeCharterModel } from '../../../views/pages/propose.ts';
import type { CharterParameters } from '../../governance/charter.ts';
import { CHARTER_BOUNDS, parseParameters } from '../../governance/charter-bounds.ts';
import type { ParameterName } from './rules.ts';
import { PARAMETERS } from './rules.ts';

export type CharterForm = ProposeCharterModel['form'];
export const CHARTER_FIELDS = ['title', 'reasons', 'parameter', 'value'] as const;

/** Reads which parameter is to be changed, and to what. */
export function readParameter(
  values: CharterForm['values'],
):
  | { readonly ok: true; readonly parameters: Partial<CharterParameters> }
  | { readonly ok: false; readonly form: CharterForm } {
  const name = PARAMETERS.find((known) => known === values.parameter);
  if (name === undefined) {
    return { ok: false, form: { values, errors: { parameter: 'Choose what of the charter should change.' } } };
  }
  const said = (values.value ?? '').trim().toLowerCase();
  const parsed = parseParameters({ [name]: /^\d{1,6}$/.test(said) ? Number(said) : said });
  return parsed.ok
    ? { ok: true, parameters: parsed.value }
    : { ok: false, form: { values, errors: { value: wanted(name) } } };
}

function wanted(name: ParameterName): string {
  if (name === 'signUp') return 'Say open, request or invitation.';
  if (name === 'signUpDomains') return 'Say none, or give up to 20 domains with commas between them: works.example.';
  if (name === 'juryRandomness') return 'Say commit-reveal or drand.';
  if (name === 'federation') return 'Say open or allow-list.';
  const [least, most] = CHARTER_BOUNDS[name];
  return `Give a whole number from ${least} to ${most}.`;
}
