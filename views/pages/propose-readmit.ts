import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { choices } from '../parts/field.ts';
import { type Draft, draftPage, reasons, titleField } from './propose.ts';

export type ReadmitField = 'title' | 'reasons' | 'member';

export interface ProposeReadmitModel extends Draft<ReadmitField> {
  /** Who was removed, by address, and in which case. */
  readonly removed: readonly { readonly member: string; readonly case: string }[];
}

/** Letting somebody come back who was removed. */
export function proposeReadmitPage(model: ProposeReadmitModel): Html {
  const { form, removed } = model;
  const options = removed.map(({ member, case: about }) => ({ value: member, label: member, hint: `case ${about}` }));
  return draftPage(model, {
    title: 'Let somebody come back',
    change: 'readmit',
    fields: html`<p>Whoever was removed may join again if the members want it. What was decided stays in the open book.</p>
${titleField(form)}
${removed.length === 0 ? html`<p class="note">Nobody is kept out of this community.</p>` : choices({ form, name: 'member', legend: 'Who?', options })}
${reasons(form)}`,
  });
}
