import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, choices, failed, field } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';

export type EmergencyField = 'posts' | 'do' | 'harm' | 'facts';

/** A measure as one viewer sees it. */
export interface EmergencyModel {
  readonly id: string;
  /** What it does, until when, in a sentence. */
  readonly what: string;
  /** Because of what, in a few words. */
  readonly harm: string;
  readonly declaredAt: Date;
  readonly confirmUntil?: Date;
  /** For members: who did it, who confirmed it, and what she wrote. */
  readonly told?: { readonly by: Author; readonly confirmedBy?: Author; readonly facts: string };
  /** How it ended, in a sentence. */
  readonly ended?: string;
  readonly vote?: { readonly id: string; readonly path: string };
  readonly may: { readonly confirm: boolean; readonly lift: boolean };
}

export interface EmergenciesModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly path: string;
  readonly standing: readonly EmergencyModel[];
  readonly past: readonly EmergencyModel[];
  /** For moderators. */
  readonly form?: Form<EmergencyField>;
  readonly harms: readonly { readonly value: string; readonly label: string }[];
  /** By the charter: how long a measure lasts, unconfirmed and confirmed, and a server's block. */
  readonly hours: { readonly confirm: number; readonly most: number; readonly blockDays: number };
}

const ACTS = [
  { value: 'hide-post', label: 'Hide the post', hint: 'the first of those you name; only its author still sees it' },
  { value: 'mute', label: 'Mute its author', hint: 'nothing new of theirs is let in for the time' },
  {
    value: 'block-server',
    label: 'Block its server',
    hint: 'nothing from there is let in; the members are asked what comes after',
  },
];

/** What was done at once, before anybody had judged it. */
export function emergenciesPage(model: EmergenciesModel): Html {
  const { shell, community, hours, form } = model;
  const lead = html`Some harms cannot wait. One moderator may act at once; it lapses after ${hours.confirm} hours unless a second one, from another organisation, confirms it, and never lasts longer than ${hours.most} hours (${hours.blockDays} days for a server). The same facts are never used twice.`;
  return page(
    { shell, title: `Emergencies · ${community.title}`, failed: form !== undefined && failed(form) },
    html`${heading({ kind: within(community), title: 'Emergencies', lead })}
${maybe(form, (given) => errorSummary(given))}
<section><h2>Standing now</h2>${model.standing.length === 0 ? html`<p class="empty">Nothing is in effect now.</p>` : model.standing.map((one) => emergency(one, model.path))}</section>
${maybe(form, (given) => declareForm(model, given))}
${when(model.past.length > 0, () => html`<section><h2>Over</h2>${model.past.map((one) => emergency(one, model.path))}</section>`)}`,
    howWeRunThis(community),
  );
}

function emergency(model: EmergencyModel, path: string): Part {
  const { id, what, harm, told, ended, vote } = model;
  return html`<article class="entry" id="${id}"><h3>${id}: ${harm}</h3>
<p>${what}</p>
<p class="aside">Since ${time(model.declaredAt)}.${maybe(ended, (how) => ` It is over: ${how}`)}${maybe(model.confirmUntil, (at) => html` Waits for a second moderator until ${time(at)}.`)}${maybe(vote, (about) => html` The members are asked in <a href="${href(about.path)}">${about.id}</a>.`)}</p>
${maybe(told, ({ by, confirmedBy, facts }) => html`<p class="by">${byline(by)}</p>${maybe(confirmedBy, (second) => html`<p class="by">Confirmed by ${byline(second)}</p>`)}<blockquote>${paragraphs(facts)}</blockquote>`)}
${when(model.may.confirm, () => html`<form method="post" action="${href(`${path}/${id}/confirm`)}">${act('Confirm it')}</form>`)}${when(model.may.lift, () => html`<form method="post" action="${href(`${path}/${id}/lift`)}"><button class="plain" type="submit">Lift it</button></form>`)}
</article>`;
}

function declareForm(model: EmergenciesModel, form: Form<EmergencyField>): Part {
  if (model.form === undefined) return nothing;
  return html`<section><h2>Act at once</h2>
<p>As a moderator you answer for this with your name: it stands in the open book, and members see it.</p>
<form method="post" action="${href(model.path)}">
${field({ form, name: 'posts', label: 'The posts it rests on', hint: 'Their addresses, one on each line: as in your browser, or as “Original” leads to.', rows: 3, code: true, max: 4000 })}
${choices({ form, name: 'do', legend: 'What to do', options: ACTS })}
${choices({ form, name: 'harm', legend: 'What harm it meets', options: model.harms })}
${field({ form, name: 'facts', label: 'What happened', hint: 'Plain facts, as a jury could read them later.', rows: 4, max: 2000 })}
<p class="who-sees">Members see this, with your name. Everybody sees that it was done, and why.</p>
${act('Do it now')}
</form></section>`;
}
