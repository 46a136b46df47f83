import type { ProposeCharterModel } from '../../../views/pages/propose.ts';
import { type Sentence, said } from '../../community/said.ts';
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
  const given = (values.value ?? '').trim().toLowerCase();
  const parsed = parseParameters({ [name]: /^\d{1,6}$/.test(given) ? Number(given) : given });
  return parsed.ok
    ? { ok: true, parameters: parsed.value }
    : { ok: false, form: { values, errors: { value: wanted(name) } } };
}

function wanted(name: ParameterName): Sentence {
  if (name === 'signUp') return said`Say open, request or invitation.`;
  if (name === 'signUpDomains')
    return said`Say none, or give up to 20 domains with commas between them: works.example.`;
  if (name === 'juryRandomness') return said`Say commit-reveal or drand.`;
  if (name === 'federation') return said`Say open or allow-list.`;
  const [least, most] = CHARTER_BOUNDS[name];
  return said`Give a whole number from ${least} to ${most}.`;
}
