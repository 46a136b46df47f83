import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { sayIn } from '../layout.ts';
import { field, select } from '../parts/field.ts';
import { INTENT_FIELDS, type IntentModel, wholeIntent } from '../parts/intent.ts';
import { DRAFT_RULE } from '../words/drafts.ts';
import { DRAFT_INTENT } from '../words/drafts-people.ts';
import { type Draft, draftPage, reasons, titleField } from './propose.ts';

export interface ProposeIntentModel extends Draft<'title' | 'reasons' | 'heading' | 'text'> {
  /** As it stands. */
  readonly intent: IntentModel;
}

/** What the community sets out to change, said anew under one of the charter's four headings. */
export function proposeIntentPage(model: ProposeIntentModel): Html {
  const { shell, form, intent } = model;
  const say = sayIn(shell);
  const options = INTENT_FIELDS.map(({ name, label }) => ({ value: name, label: say.text(label) }));
  const empty = say.text(DRAFT_RULE.chooseOne);
  return draftPage(model, {
    title: say.text(DRAFT_INTENT.title),
    change: 'state-intent',
    fields: html`<p>${say(DRAFT_INTENT.part)}</p>
<h2>${say(DRAFT_INTENT.now)}</h2>${wholeIntent(intent, say)}
<h2>${say(DRAFT_INTENT.change)}</h2>
${titleField(form, say)}
${select({ form, name: 'heading', label: say(DRAFT_INTENT.heading), options, empty, say })}
${field({ form, name: 'text', label: say(DRAFT_INTENT.text), rows: 4, autocomplete: 'off', max: 1000, say })}
${reasons(form, say)}`,
  });
}
