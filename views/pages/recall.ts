import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';

export interface AskRecallModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly about: Author;
  /** `moderator`. */
  readonly role: string;
  /** Her id, for the form. */
  readonly member: string;
  /** How it goes on: signatures, days, the vote. */
  readonly whatFollows: string;
  readonly form: Form<'reasons'>;
}

/** A member writes down why somebody should lose a role. */
export function askRecallPage({ shell, community, about, role, member, whatFollows, form }: AskRecallModel): Html {
  return page(
    { shell, title: `Ask for a recall · ${community.title}`, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: within(community, 'recall'), title: 'Ask for a recall' })}
<p>It is about ${byline(about)}, ${role} of this community.</p>
<form method="post" action="${href(`${community.path}/recalls`)}">
<input type="hidden" name="role" value="${role}"><input type="hidden" name="member" value="${member}">
${field({ form, name: 'reasons', label: 'Your reasons', hint: 'What happened. Everybody who is asked to sign or to vote reads it.', rows: 6, autocomplete: 'off', max: 5000 })}
<p class="who-sees">${whatFollows} Members can see in the open book that it was you who asked.</p>
${act('Ask for it')}
</form>`,
  );
}

export interface PetitionModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly id: string;
  readonly path: string;
  readonly about: Author;
  readonly role: string;
  readonly reasons: string;
  readonly answer?: string;
  readonly have: number;
  readonly need: number;
  readonly organisations: number;
  readonly until: Date;
  readonly standing: 'collecting' | 'complete' | 'lapsed';
  /** The vote that it led to. */
  readonly vote?: { readonly id: string; readonly path: string };
  /** Whether the viewer may sign; `why`: a sentence when she may not. */
  readonly viewer: { readonly may: true } | { readonly may: false; readonly why: string };
  /** It is about the viewer, who may answer. */
  readonly reply?: Form<'text'>;
}

/** A petition for a recall: why, what she says to it, and how many have signed. */
export function petitionPage(model: PetitionModel): Html {
  const { shell, community, id, about, role, reasons, answer, reply } = model;
  const title = `Recall of a ${role}`;
  return page(
    { shell, title: `${title} · ${id}`, failed: reply !== undefined && failed(reply), decision: true },
    html`<div class="what">${reply ? errorSummary(reply) : nothing}${heading({ kind: within(community, `petition ${id}`), title })}
<p>It is about ${byline(about)}.</p></div>
<div class="side">${signing(model)}</div>
<div class="rest"><section><h2>Reasons</h2>${paragraphs(reasons)}</section>
${maybe(answer, (text) => html`<section><h2>Their answer</h2>${paragraphs(text)}</section>`)}${answering(model)}</div>`,
  );
}

function signing({ standing, have, need, organisations, until, vote, viewer, path }: PetitionModel): Part {
  const from = organisations > 1 ? `, from at least ${organisations} organisations` : '';
  const sofar = `${have} of the ${need} signatures it needs${from}.`;
  if (standing === 'lapsed') return html`<section class="note"><h2>Over</h2><p>${sofar} It has lapsed.</p></section>`;
  if (standing === 'complete') {
    return html`<section class="note"><h2>Enough have signed</h2><p>${sofar} ${maybe(vote, (one) => html`The vote is <a href="${href(one.path)}">${one.id}</a>.`)}</p></section>`;
  }
  return html`<section><h2>Should there be a vote?</h2><p>${sofar} Until ${time(until)}.</p>${
    viewer.may
      ? html`<form method="post" action="${href(`${path}/sign`)}">${act('Sign it')}<p class="who-sees">It means: let us vote on this, secretly. It is not a vote. Members can see in the open book that you signed.</p></form>`
      : html`<p>${viewer.why}</p>`
  }</section>`;
}

function answering({ reply, path }: PetitionModel): Part {
  return maybe(
    reply,
    (form) =>
      html`<section><h2>Your answer</h2><form method="post" action="${href(`${path}/answer`)}">${field({ form, name: 'text', label: 'What you say to this', hint: 'It is shown with the reasons, here and beside the vote. You may change it until the vote’s text is frozen.', rows: 5, autocomplete: 'off', max: 5000 })}${act('Answer')}</form></section>`,
  );
}
