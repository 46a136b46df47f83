import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import { FORMS } from '../words/forms.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { act } from './field.ts';

/** Another house by whose word people sign in here. */
export interface ProviderBrief {
  /** Its name in addresses. */
  readonly id: string;
  readonly name: string;
}

/** A button for each, that leads there and back again. */
export function providersForms(
  providers: readonly ProviderBrief[],
  fields: Readonly<Record<string, string>>,
  say: Say = speaker('en'),
): readonly Html[] {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return providers.map(
    ({ id, name }) =>
      html`<form method="post" action="${href(`/sign-in/by/${id}`)}">${hidden}${act(say.text(FORMS.goOnWith, { name }))}</form>`,
  );
}
