import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';
import { RECALL } from '../words/recalls.ts';
import { ROLE } from '../words/roles.ts';
import { link, type Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';

/** What forms and addresses call the roles. */
export type RoleName = keyof typeof ROLE;

export interface AskRecallModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly about: Author;
  readonly role: RoleName;
  /** Her id, for the form. */
  readonly member: string;
  /** How it goes on: signatures, days, the vote. */
  readonly whatFollows: string;
  readonly form: Form<'reasons'>;
}

/** A member writes down why somebody should lose a role. */
export function askRecallPage({ shell, community, about, role, member, whatFollows, form }: AskRecallModel): Html {
  const say = sayIn(shell);
  const title = say.text(RECALL.ask);
  return page(
    { shell, title: `${title} · ${community.title}`, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: within(community, say.text(RECALL.kind)), title })}
<p>${say(RECALL.aboutRole, { who: byline(about), role: say(ROLE[role]) })}</p>
<form method="post" action="${href(`${community.path}/recalls`)}">
<input type="hidden" name="role" value="${role}"><input type="hidden" name="member" value="${member}">
${field({ form, name: 'reasons', label: say(RECALL.reasons), hint: say(RECALL.reasonsHint), rows: 6, autocomplete: 'off', max: 5000, say })}
<p class="who-sees">${whatFollows} ${say(RECALL.seen)}</p>
${act(say.text(RECALL.doAsk))}
</form>`,
  );
}

export interface PetitionModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly id: string;
  readonly path: string;
  readonly about: Author;
  readonly role: RoleName;
  readonly reasons: string;
  readonly answer?: string;
  readonly have: number;
  readonly need: number;
  readonly organisations: number;
  readonly until: Date;
  readonly standing: 'collecting' | 'complete' | 'lapsed';
  /** The vote that it led to. */
  readonly vote?: { readonly id: string; readonly path: string };
  /** Whether the viewer may sign; `why`: a sentence when she may not. Absent: she is not signed in. */
  readonly viewer: { readonly may: true } | { readonly may: false; readonly why?: Sentence };
  /** It is about the viewer, who may answer. */
  readonly reply?: Form<'text'>;
}

/** A petition for a recall: why, what she says to it, and how many have signed. */
export function petitionPage(model: PetitionModel): Html {
  const { shell, community, id, about, role, reasons, answer, reply } = model;
  const say = sayIn(shell);
  const title = say.text(RECALL.title, { role: say.text(ROLE[role]) });
  return page(
    {
      shell,
      title: `${title} · ${id}`,
      speaks: say.language,
      failed: reply !== undefined && failed(reply),
      decision: true,
    },
    html`<div class="what">${reply ? errorSummary(reply, say) : nothing}${heading({ kind: within(community, say.text(RECALL.petition, { id })), title })}
<p>${say(RECALL.about, { who: byline(about) })}</p></div>
<div class="side">${signing(model, say)}</div>
<div class="rest"><section><h2>${say(RECALL.why)}</h2>${paragraphs(reasons)}</section>
${maybe(answer, (text) => html`<section><h2>${say(RECALL.theirAnswer)}</h2>${paragraphs(text)}</section>`)}${answering(model, say)}</div>`,
  );
}

function signing(model: PetitionModel, say: Say): Part {
  const { standing, have, need, organisations, until, vote, viewer, path } = model;
  const sofar = say(organisations > 1 ? RECALL.soFarFrom : RECALL.soFar, { have, need, organisations });
  if (standing === 'lapsed')
    return html`<section class="note"><h2>${say(RECALL.over)}</h2><p>${sofar} ${say(RECALL.lapsed)}</p></section>`;
  if (standing === 'complete') {
    return html`<section class="note"><h2>${say(RECALL.enough)}</h2><p>${sofar} ${maybe(vote, ({ id, path: at }) => say(RECALL.vote, { id, a: link(at) }))}</p></section>`;
  }
  return html`<section><h2>${say(RECALL.should)}</h2><p>${sofar} ${say(RECALL.until, { time: time(until, say.language) })}</p>${
    viewer.may
      ? html`<form method="post" action="${href(`${path}/sign`)}">${act(say.text(RECALL.sign))}<p class="who-sees">${say(RECALL.signSeen)}</p></form>`
      : html`<p>${viewer.why === undefined ? say(RECALL.membersSign) : told(viewer.why, say)}</p>`
  }</section>`;
}

function answering({ reply, path }: PetitionModel, say: Say): Part {
  return maybe(
    reply,
    (form) =>
      html`<section><h2>${say(RECALL.yourAnswer)}</h2><form method="post" action="${href(`${path}/answer`)}">${field({ form, name: 'text', label: say(RECALL.whatYouSay), hint: say(RECALL.answerHint), rows: 5, autocomplete: 'off', max: 5000, say })}${act(say.text(RECALL.answer))}</form></section>`,
  );
}
