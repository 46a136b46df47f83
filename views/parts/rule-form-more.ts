import type { Html } from '../html.ts';
import { flag, html, when } from '../html.ts';
import type { Form, Option } from './field.ts';
import { field, select } from './field.ts';

/** What few rules need. */
export type MoreField = 'existing' | 'kind' | 'measure' | 'measureDays' | 'overrides' | 'family' | 'scope' | 'json';

const KINDS: readonly Option[] = [
  { value: 'content', label: 'what a post is' },
  { value: 'conduct', label: 'what somebody does' },
];
const MEASURES: readonly Option[] = [
  { value: 'education', label: 'explain the rule to the author' },
  { value: 'warning', label: 'warn the author' },
  { value: 'hide', label: 'hide the post' },
  { value: 'mute', label: 'mute the author' },
  { value: 'suspend', label: 'suspend the author' },
  { value: 'removal', label: 'remove the author from the community' },
];
const SCOPES: readonly Option[] = [
  { value: 'community', label: 'this community' },
  { value: 'instance', label: 'every community of this server' },
];
const NAMES: readonly MoreField[] = ['measureDays', 'overrides', 'family', 'json'];

/** How far people may go, what it overrides, for whom it is. `home`: rules of the whole server can be proposed here. */
export function people(form: Form<MoreField>, { home = false }: { readonly home?: boolean }): Html {
  const open = NAMES.some((name) => form.values[name] || form.errors[name]) || form.errors.measure !== undefined;
  return html`<details class="group"${flag('open', open)}><summary>People, other rules, the machine’s own words</summary>
<div class="row">${select({ form, name: 'kind', label: 'It is about', options: KINDS })}${select({ form, name: 'measure', label: 'The most that people may do', options: MEASURES, empty: 'hide the post' })}${field({ form, name: 'measureDays', label: 'for how many days', type: 'number', short: true, bare: true, max: 2 })}</div>
${field({ form, name: 'overrides', label: 'Rules it overrides', hint: 'Their names, like R-1 R-4. Where both are about a post, those do nothing.', bare: true, autocomplete: 'off', max: 120, code: true })}
${field({ form, name: 'family', label: 'Its family', hint: 'One small word. Of rules of one family, only one acts on a post.', bare: true, autocomplete: 'off', max: 40, code: true })}
${when(home, () => select({ form, name: 'scope', label: 'In force for', options: SCOPES }))}
${field({ form, name: 'json', label: 'As the machine reads it', hint: 'Instead of the lines above, for what they have no room for: when, autoWhen, effects, existing, human, kind, family, scope, overrides, fixtures.', rows: 8, bare: true, autocomplete: 'off', max: 20_000, code: true })}</details>`;
}
