import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { FORMS } from '../words/forms.ts';
import { link, type Say, speaker } from '../words/speaking.ts';
import { type Form, field } from './field.ts';

/** How somebody shows that it is she: by her password, or, where she has none, shown just now or not. */
export type ProofAsked = 'password' | 'shown' | 'not-shown';

/** What stands in a form that a borrowed browser must not be enough for. */
export function proof(form: Form<'password'>, asked: ProofAsked = 'password', say: Say = speaker('en')): Html {
  if (asked === 'shown') return nothing;
  if (asked === 'not-shown') {
    return html`<p>${say(FORMS.noPassword, { a: link('/you/ways-in') })}</p>`;
  }
  return field({
    form,
    name: 'password',
    label: say(FORMS.yourPassword),
    type: 'password',
    autocomplete: 'current-password',
    max: 200,
    say,
  });
}
