import type { ProposeReadmitModel, ReadmitField } from '../../../views/pages/propose-readmit.ts';
import type { Form } from '../../../views/parts/field.ts';
import { personIri } from '../../community/ids.ts';
import type { Change } from '../../governance/proposal.ts';
import type { CommunityState } from '../../governance/state.ts';

export const READMIT_FIELDS = ['title', 'reasons', 'member'] as const;

/** Who is kept out by a removal now, in the order in which they were removed. */
export function removedFrom({ sanctions }: CommunityState): ProposeReadmitModel['removed'] {
  return [...sanctions.values()]
    .filter(({ level, state }) => level === 5 && state === 'active')
    .map(({ respondent, case: about }) => ({ member: respondent, case: about }));
}

/** Reads who is meant; whether it can be proposed yet is decided with the proposal. */
export function readReadmission(
  state: CommunityState,
  values: Form<ReadmitField>['values'],
): { readonly ok: true; readonly change: Change } | { readonly ok: false; readonly form: Form<ReadmitField> } {
  const found = removedFrom(state).find(({ member }) => member === values.member);
  if (found === undefined) return { ok: false, form: { values, errors: { member: 'Choose who is to come back.' } } };
  return { ok: true, change: { kind: 'readmit', member: personIri(found.member) } };
}
