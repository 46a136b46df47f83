import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { field, select } from '../parts/field.ts';
import { INTENT_FIELDS, type IntentModel, wholeIntent } from '../parts/intent.ts';
import { type Draft, draftPage, reasons, titleField } from './propose.ts';

export interface ProposeIntentModel extends Draft<'title' | 'reasons' | 'heading' | 'text'> {
  /** As it stands. */
  readonly intent: IntentModel;
}

/** What the community sets out to change, said anew under one of the charter's four headings. */
export function proposeIntentPage(model: ProposeIntentModel): Html {
  const { form, intent } = model;
  const options = INTENT_FIELDS.map(({ name, label }) => ({ value: name, label }));
  return draftPage(model, {
    title: 'What this community sets out to change',
    change: 'state-intent',
    fields: html`<p>It is part of the charter: it changes by the same vote.</p>
<h2>As it stands</h2>${wholeIntent(intent)}
<h2>What you would change</h2>
${titleField(form)}
${select({ form, name: 'heading', label: 'Under which heading', options, empty: 'Choose one' })}
${field({ form, name: 'text', label: 'What it should say', rows: 4, autocomplete: 'off', max: 1000 })}
${reasons(form)}`,
  });
}
