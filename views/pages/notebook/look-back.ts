import type { Html } from '../../html.ts';
import { flag, html } from '../../html.ts';
import type { Form } from '../../parts/field.ts';
import { select } from '../../parts/field.ts';
import type { Message } from '../../words/language.ts';
import { NOTES } from '../../words/notebook-notes.ts';
import type { Say } from '../../words/speaking.ts';

export type LookBackField = 'days' | 'notice';

const DAYS = [
  ['7', NOTES.days7],
  ['14', NOTES.days14],
  ['30', NOTES.days30],
  ['90', NOTES.days90],
  ['365', NOTES.days365],
] as const;

/** Asks when to look back at something, and whether to be told then. */
export function lookBackFields(say: Say, form: Form<LookBackField>, label: Message = NOTES.lookBack): Html {
  const options = DAYS.map(([value, name]) => ({ value, label: say.text(name) }));
  return html`${select({ form, name: 'days', label: say(label), hint: say(NOTES.lookBackLead), empty: say.text(NOTES.never), options, say })}
<div class="ask"><label class="choice"><input type="checkbox" name="notice" value="on"${flag('checked', form.values.notice === 'on')}><span>${say(NOTES.tellMe)}</span></label></div>`;
}
