import type { Html, Part } from '../html.ts';
import { href, html, maybe, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type AudienceModel, audience } from '../parts/audience.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import { act, type Form, failed, field } from '../parts/field.ts';
import { type Author, byline } from '../parts/person.ts';
import { LEARNING } from '../words/learning.ts';
import { NEW_SESSION } from '../words/new-session.ts';
import type { Say } from '../words/speaking.ts';
import type { FromWork } from './learning-session.ts';

export type SessionField = 'title' | 'text' | 'startsAt' | 'endsAt' | 'place';

export interface NewSessionModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly audience: AudienceModel;
  /** By whose clocks times are read. */
  readonly zone: string;
  /** What there is about it already; absent: she has not said yet what it is about. */
  readonly related?: { readonly threads: readonly FromWork[]; readonly people: readonly Author[] };
  readonly form: Form<SessionField>;
}

/** First what it is about, then what there is about it, and below that the proposal, for whoever still wants it. */
export function newSessionPage(model: NewSessionModel): Html {
  const { shell, community, related, form } = model;
  const say = sayIn(shell);
  const title = say.text(LEARNING.propose);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: within(community), title, lead: say(NEW_SESSION.lead) })}
${related === undefined ? first(model, say) : html`${found(related, say)}${proposal(model, say)}`}`,
  );
}

function first({ community, form }: NewSessionModel, say: Say): Html {
  return html`<form method="get" action="${href(`${community.path}/sessions/new`)}">
${name(form, say)}
${field({ say, form, name: 'text', label: say(NEW_SESSION.text), rows: 3, bare: true, autocomplete: 'off', max: 1000 })}
${act(say.text(NEW_SESSION.look))}</form>`;
}

const name = (form: Form<SessionField>, say: Say): Html =>
  field({
    form,
    name: 'title',
    label: say(NEW_SESSION.name),
    hint: say(NEW_SESSION.nameHint),
    autocomplete: 'off',
    max: 150,
  });

function found({ threads, people }: NonNullable<NewSessionModel['related']>, say: Say): Part {
  const list = threads.map(
    (one) =>
      html`<li class="entry"><a href="${href(one.path)}">${one.title}</a><p class="by">${byline(one.author)}</p></li>`,
  );
  return html`<section id="related"><h2>${say(NEW_SESSION.threads)}</h2>${threads.length === 0 ? html`<p class="empty">${say(NEW_SESSION.noThreads)}</p>` : html`<ul class="plain">${list}</ul>`}</section>
${when(people.length > 0, () => html`<section id="people"><h2>${say(NEW_SESSION.people)}</h2><ul class="plain">${people.map((one) => html`<li><p class="by">${byline(one)}</p></li>`)}</ul><p class="hint">${say(NEW_SESSION.askThem)}</p></section>`)}`;
}

function proposal({ community, zone, form, ...model }: NewSessionModel, say: Say): Html {
  const moment = (named: 'startsAt' | 'endsAt') =>
    field({
      ...{ say, form, name: named, label: say(named === 'startsAt' ? NEW_SESSION.when : NEW_SESSION.until) },
      ...{ type: 'datetime-local', bare: true },
      ...(named === 'startsAt' ? { hint: say(NEW_SESSION.zone, { zone }) } : {}),
    });
  return html`<section id="propose"><h2>${say(NEW_SESSION.stillTitle)}</h2><form method="post" action="${href(`${community.path}/sessions`)}">
${name(form, say)}
${field({ say, form, name: 'text', label: say(NEW_SESSION.text), rows: 6, autocomplete: 'off', max: 10_000 })}
${moment('startsAt')}${moment('endsAt')}
${field({ say, form, name: 'place', label: say(NEW_SESSION.where), hint: say(NEW_SESSION.whereHint), bare: true, autocomplete: 'off', max: 300 })}
${maybe(model.audience, (who) => html`<p class="who-sees"><span aria-hidden="true">◌</span> <span>${audience(who, say)}</span></p>`)}
${act(say.text(NEW_SESSION.send))}</form></section>`;
}
