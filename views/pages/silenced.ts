import type { Html, Part } from '../html.ts';
import { html, maybe } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import { act, type Form, failed, field } from '../parts/field.ts';
import { type Author, byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';

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
  const title = 'Whom you do not hear';
  return page(
    { shell, title, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: html`<a href="/you">You</a>`, title, lead: 'What they write is left out of your lists and threads, here and in your apps. They are not told, and for everybody else nothing changes. What your communities themselves say, and their votes, you always see.' })}
${people('Muted', muted, 'mute')}
${people('Blocked', blocked, 'block')}
<section><h2>Whole servers</h2>${servers.length === 0 ? html`<p class="empty">None.</p>` : html`<ul class="plain">${servers.map(serverLine)}</ul>`}
<form method="post" action="/you/silenced">
${field({ form, name: 'domain', label: 'Hear nobody from this server', hint: 'Its name, like north.example.', autocomplete: 'off', max: 253, code: true })}
${act('Leave it out', { name: 'do', value: 'domain' })}
</form></section>`,
  );
}

function people(title: string, all: readonly Silenced[], kind: 'mute' | 'block'): Html {
  return html`<section><h2>${title}</h2>${all.length === 0 ? html`<p class="empty">Nobody. ${WHERE}</p>` : html`<ul class="plain">${all.map((one) => line(one, kind))}</ul>`}</section>`;
}

const WHERE = 'You find it on somebody’s own page.';

function line({ iri, author, until }: Silenced, kind: 'mute' | 'block'): Html {
  return html`<li><form method="post" action="/you/silenced"><p>${byline(author)}${maybe(until, (end): Part => html`, until ${time(end)}`)}</p><input type="hidden" name="subject" value="${iri}"><button class="plain" type="submit" name="do" value="un${kind}">Hear again<span class="heard"> ${author.name}</span></button></form></li>`;
}

function serverLine(domain: string): Html {
  return html`<li><form method="post" action="/you/silenced"><p><code>${domain}</code></p><input type="hidden" name="subject" value="${domain}"><button class="plain" type="submit" name="do" value="undomain">Hear again<span class="heard"> ${domain}</span></button></form></li>`;
}
