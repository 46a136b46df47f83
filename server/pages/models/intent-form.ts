import type { Form } from '../../../views/parts/field.ts';
import { sentenceOf } from '../../community/result.ts';
import { isIntentHeading, readIntentText } from '../../governance/intent.ts';
import type { Change } from '../../governance/proposal.ts';

export const INTENT_CHANGE_FIELDS = ['title', 'reasons', 'heading', 'text'] as const;
type IntentForm = Form<(typeof INTENT_CHANGE_FIELDS)[number]>;

/** Reads what the charter is to say under which of its four headings. */
export function readIntentChange(
  values: IntentForm['values'],
): { readonly ok: true; readonly change: Change } | { readonly ok: false; readonly form: IntentForm } {
  const { heading = '', text = '' } = values;
  if (!isIntentHeading(heading)) {
    return { ok: false, form: { values, errors: { heading: 'Choose one of the four headings.' } } };
  }
  const read = readIntentText(text);
  if (!read.ok) return { ok: false, form: { values, errors: { text: sentenceOf(read.refusal) } } };
  return { ok: true, change: { kind: 'state-intent', heading, text: read.value } };
}
