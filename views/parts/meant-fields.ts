import type { Part } from '../html.ts';
import { html } from '../html.ts';
import { KIND_NAMES, WELCOME, WRITE } from '../words/kinds.ts';
import type { Say } from '../words/speaking.ts';
import type { Form } from './field.ts';
import { select } from './field.ts';

/** Kinds that open a thread and have no page of their own on which they are written. Both that say how a practice went stand side by side. */
const WRITTEN = ['workingoutloud', 'snag', 'spark', 'whatif', 'works', 'doesnotwork', 'reflection'] as const;

/** What a post is meant as, and what working out loud welcomes. */
export function meantFields(
  form: Form<'kind' | 'welcome'>,
  say: Say,
  own: readonly { readonly kind: string; readonly tag: string }[],
): Part {
  const known = WRITTEN.map((kind) => ({ value: kind as string, label: say.text(KIND_NAMES[kind]) }));
  const named = own.map(({ kind, tag }) => ({ value: kind, label: `#${tag}` }));
  const welcome = (['ideas', 'help', 'both'] as const).map((one) => ({ value: one, label: say.text(WELCOME[one]) }));
  return html`${select({ form, name: 'kind', label: say(WRITE.kind), empty: say.text(WRITE.noKind), options: [...known, ...named], say })}
${select({ form, name: 'welcome', label: say(WELCOME.welcomes), hint: say(WELCOME.hint), empty: say.text(WELCOME.nothing), options: welcome, say })}`;
}
