import type { Html } from '../html.ts';
import { flag, html, when } from '../html.ts';
import { RULE_MORE } from '../words/rule-form-more.ts';
import type { Say } from '../words/speaking.ts';
import type { Form, Option } from './field.ts';
import { field, select } from './field.ts';

/** What few rules need. */
export type MoreField = 'existing' | 'kind' | 'measure' | 'measureDays' | 'overrides' | 'family' | 'scope' | 'json';

const KINDS = ['content', 'conduct'] as const;
const MEASURES = ['education', 'warning', 'hide', 'mute', 'suspend', 'removal'] as const;
const SCOPES = ['community', 'instance'] as const;
const NAMES: readonly MoreField[] = ['measureDays', 'overrides', 'family', 'json'];

/** How far people may go, what it overrides, for whom it is. `home`: rules of the whole server can be proposed here. */
export function people(form: Form<MoreField>, { home = false }: { readonly home?: boolean }, say: Say): Html {
  const open = NAMES.some((name) => form.values[name] || form.errors[name]) || form.errors.measure !== undefined;
  const options = (names: readonly (keyof typeof RULE_MORE)[]): readonly Option[] =>
    names.map((value) => ({ value, label: say.text(RULE_MORE[value]) }));
  const line = { form, bare: true, autocomplete: 'off', code: true, say } as const;
  return html`<details class="group"${flag('open', open)}><summary>${say(RULE_MORE.title)}</summary>
<div class="row">${select({ form, name: 'kind', label: say(RULE_MORE.kind), options: options(KINDS), say })}${select({ form, name: 'measure', label: say(RULE_MORE.measure), options: options(MEASURES), empty: say.text(RULE_MORE.hide), say })}${field({ form, name: 'measureDays', label: say(RULE_MORE.days), type: 'number', short: true, bare: true, max: 2, say })}</div>
${field({ ...line, name: 'overrides', label: say(RULE_MORE.overrides), hint: say(RULE_MORE.overridesHint), max: 120 })}
${field({ ...line, name: 'family', label: say(RULE_MORE.family), hint: say(RULE_MORE.familyHint), max: 40 })}
${when(home, () => select({ form, name: 'scope', label: say(RULE_MORE.scope), options: options(SCOPES), say }))}
${field({ ...line, name: 'json', label: say(RULE_MORE.json), hint: say(RULE_MORE.jsonHint), rows: 8, max: 20_000 })}</details>`;
}
