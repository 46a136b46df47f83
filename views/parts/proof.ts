import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { type Form, field } from './field.ts';

/** How somebody shows that it is she: by her password, or, where she has none, shown just now or not. */
export type ProofAsked = 'password' | 'shown' | 'not-shown';

/** What stands in a form that a borrowed browser must not be enough for. */
export function proof(form: Form<'password'>, asked: ProofAsked = 'password'): Html {
  if (asked === 'shown') return nothing;
  if (asked === 'not-shown') {
    return html`<p>You have no password here. First <a href="/you/ways-in">show that it is you</a>, then come back.</p>`;
  }
  return field({
    form,
    name: 'password',
    label: 'Your password',
    type: 'password',
    autocomplete: 'current-password',
    max: 200,
  });
}
