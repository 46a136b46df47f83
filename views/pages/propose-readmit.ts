import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { sayIn } from '../layout.ts';
import { choices } from '../parts/field.ts';
import { DRAFT_READMIT } from '../words/drafts-people.ts';
import { CHANGES_TO } from '../words/proposing.ts';
import { type Draft, draftPage, reasons, titleField } from './propose.ts';

export type ReadmitField = 'title' | 'reasons' | 'member';

export interface ProposeReadmitModel extends Draft<ReadmitField> {
  /** Who was removed, by address, and in which case. */
  readonly removed: readonly { readonly member: string; readonly case: string }[];
}

/** Letting somebody come back who was removed. */
export function proposeReadmitPage(model: ProposeReadmitModel): Html {
  const { shell, form, removed } = model;
  const say = sayIn(shell);
  const options = removed.map(({ member, case: id }) => ({
    value: member,
    label: member,
    hint: say.text(DRAFT_READMIT.case, { id }),
  }));
  return draftPage(model, {
    title: say.text(CHANGES_TO.readmit),
    change: 'readmit',
    fields: html`<p>${say(DRAFT_READMIT.text)}</p>
${titleField(form, say)}
${removed.length === 0 ? html`<p class="note">${say(DRAFT_READMIT.nobody)}</p>` : choices({ form, name: 'member', legend: say(DRAFT_READMIT.who), options, say })}
${reasons(form, say)}`,
  });
}
