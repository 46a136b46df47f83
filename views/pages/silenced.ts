import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import { act, type Form, failed, field } from '../parts/field.ts';
import { type Author, byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';
import { HEARING } from '../words/people.ts';
import { SHELL } from '../words/shell.ts';
import type { Say } from '../words/speaking.ts';

export interface SilencedModel {
  readonly shell: Shell;
  /** People and communities, the latest first. `until`: a mute that ends by itself. */
  readonly muted: readonly Silenced[];
  readonly blocked: readonly Silenced[];
  readonly servers: readonly string[];
  readonly form: Form<'domain'>;
}

export interface Silenced {
  readonly iri: string;
  readonly author: Author;
  readonly until?: Date;
}

/** Whom somebody does not want to hear: hers alone. */
export function silencedPage({ shell, muted, blocked, servers, form }: SilencedModel): Html {
  const say = sayIn(shell);
  const title = say.text(HEARING.title);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: html`<a href="/you">${say(SHELL.you)}</a>`, title, lead: say(HEARING.lead) })}
${people(muted, 'mute', say)}
${people(blocked, 'block', say)}
<section><h2>${say(HEARING.servers)}</h2>${servers.length === 0 ? html`<p class="empty">${say(HEARING.none)}</p>` : html`<ul class="plain">${servers.map((domain) => serverLine(domain, say))}</ul>`}
<form method="post" action="/you/silenced">
${field({ form, name: 'domain', label: say(HEARING.wholeServer), hint: say(HEARING.serverHint), autocomplete: 'off', max: 253, code: true, say })}
${act(say.text(HEARING.leaveServerOut), { name: 'do', value: 'domain' })}
</form></section>`,
  );
}

function people(all: readonly Silenced[], kind: 'mute' | 'block', say: Say): Html {
  return html`<section><h2>${say(kind === 'mute' ? HEARING.muted : HEARING.blocked)}</h2>${all.length === 0 ? html`<p class="empty">${say(HEARING.nobody)}</p>` : html`<ul class="plain">${all.map((one) => line(one, kind, say))}</ul>`}</section>`;
}

function line({ iri, author, until }: Silenced, kind: 'mute' | 'block', say: Say): Html {
  const who = byline(author);
  const whole = until === undefined ? who : say(HEARING.until, { who, time: time(until, say.language) });
  return html`<li><form method="post" action="/you/silenced"><p>${whole}</p><input type="hidden" name="subject" value="${iri}"><button class="plain" type="submit" name="do" value="un${kind}">${say(HEARING.hearAgain, { name: author.name })}</button></form></li>`;
}

function serverLine(domain: string, say: Say): Html {
  return html`<li><form method="post" action="/you/silenced"><p><code>${domain}</code></p><input type="hidden" name="subject" value="${domain}"><button class="plain" type="submit" name="do" value="undomain">${say(HEARING.hearAgain, { name: domain })}</button></form></li>`;
}
