import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, choices, failed, field } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';
import { EMERGENCIES, EMERGENCY_FORM } from '../words/emergencies.ts';
import { link, type Say } from '../words/speaking.ts';

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

const acts = (say: Say) =>
  ACTS.map(([value, label, hint]) => ({ value, label: say.text(label), hint: say.text(hint) }));
const ACTS = [
  ['hide-post', EMERGENCY_FORM.hide, EMERGENCY_FORM.hideHint],
  ['mute', EMERGENCY_FORM.mute, EMERGENCY_FORM.muteHint],
  ['block-server', EMERGENCY_FORM.block, EMERGENCY_FORM.blockHint],
] as const;

/** What was done at once, before anybody had judged it. */
export function emergenciesPage(model: EmergenciesModel): Html {
  const { shell, community, hours, form } = model;
  const say = sayIn(shell);
  const { confirm, most, blockDays: days } = hours;
  return page(
    {
      shell,
      title: `${say.text(EMERGENCIES.title)} · ${community.title}`,
      speaks: say.language,
      failed: form !== undefined && failed(form),
    },
    html`${heading({ kind: within(community), title: say(EMERGENCIES.title), lead: say(EMERGENCIES.lead, { confirm, most, days }) })}
${maybe(form, (given) => errorSummary(given, say))}
<section><h2>${say(EMERGENCIES.standing)}</h2>${model.standing.length === 0 ? html`<p class="empty">${say(EMERGENCIES.none)}</p>` : model.standing.map((one) => emergency(one, model.path, say))}</section>
${maybe(form, (given) => declareForm(model, given, say))}
${when(model.past.length > 0, () => html`<section><h2>${say(EMERGENCIES.over)}</h2>${model.past.map((one) => emergency(one, model.path, say))}</section>`)}`,
    howWeRunThis(community, say),
  );
}

function emergency(model: EmergencyModel, path: string, say: Say): Part {
  const at = (when: Date) => ({ time: time(when, say.language) });
  const { id, what, harm, told, ended, vote } = model;
  return html`<article class="entry" id="${id}"><h3>${id}: ${harm}</h3>
<p>${what}</p>
<p class="aside">${say(EMERGENCIES.since, at(model.declaredAt))}${maybe(ended, (how) => ` ${how}`)}${maybe(model.confirmUntil, (until) => html` ${say(EMERGENCIES.waits, at(until))}`)}${maybe(vote, (about) => html` ${say(EMERGENCIES.vote, { id: about.id, a: link(about.path) })}`)}</p>
${maybe(told, ({ by, confirmedBy, facts }) => html`<p class="by">${byline(by)}</p>${maybe(confirmedBy, (second) => html`<p class="by">${say(EMERGENCIES.confirmedBy, { who: byline(second) })}</p>`)}<blockquote>${paragraphs(facts)}</blockquote>`)}
${when(model.may.confirm, () => html`<form method="post" action="${href(`${path}/${id}/confirm`)}">${act(say.text(EMERGENCIES.confirm))}</form>`)}${when(model.may.lift, () => html`<form method="post" action="${href(`${path}/${id}/lift`)}"><button class="plain" type="submit">${say(EMERGENCIES.lift)}</button></form>`)}
</article>`;
}

function declareForm(model: EmergenciesModel, form: Form<EmergencyField>, say: Say): Part {
  if (model.form === undefined) return nothing;
  return html`<section><h2>${say(EMERGENCY_FORM.title)}</h2>
<p>${say(EMERGENCY_FORM.lead)}</p>
<form method="post" action="${href(model.path)}">
${field({ form, name: 'posts', label: say(EMERGENCY_FORM.posts), hint: say(EMERGENCY_FORM.postsHint), rows: 3, code: true, max: 4000, say })}
${choices({ form, name: 'do', legend: say(EMERGENCY_FORM.what), options: acts(say), say })}
${choices({ form, name: 'harm', legend: say(EMERGENCY_FORM.harm), options: model.harms, say })}
${field({ form, name: 'facts', label: say(EMERGENCY_FORM.facts), hint: say(EMERGENCY_FORM.factsHint), rows: 4, max: 2000, say })}
<p class="who-sees">${say(EMERGENCY_FORM.seen)}</p>
${act(say.text(EMERGENCY_FORM.doIt))}
</form></section>`;
}
