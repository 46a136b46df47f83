import type { Html } from '../html.ts';
import { href, html, maybe } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { act, field } from '../parts/field.ts';
import { time } from '../parts/time.ts';
import { BOOKS } from '../words/open-book.ts';
import { link, type Say } from '../words/speaking.ts';
import { VERIFY } from '../words/verification.ts';

/** Another community that looks at this record. */
export interface Countersigner {
  readonly name: string;
  readonly address: string;
  /** Up to which entry. */
  readonly size: number;
  readonly at: Date;
}

/** What came of a line that somebody kept from a letter. */
export type KeptLine =
  | { readonly line: string; readonly state: 'unreadable' }
  | { readonly line: string; readonly state: 'same' | 'different' | 'missing'; readonly size: number };

export interface VerificationModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** How many entries there are, and the root over them, base64. */
  readonly size: number;
  readonly root: string;
  /** The public key as `name+id+key`. */
  readonly key: string;
  readonly paths: Readonly<Record<'record' | 'verify' | 'checkpoint' | 'key' | 'entries', string>>;
  /** The program that checks a record without this server. */
  readonly verifier?: string;
  readonly isMember: boolean;
  readonly cosigned: readonly Countersigner[];
  /** Who says that the record does not go on from the entry up to which it had countersigned. */
  readonly refused: readonly Countersigner[];
  readonly kept?: KeptLine;
}

/** How to check the open book without trusting the server that shows it. */
export function verificationPage(model: VerificationModel): Html {
  const { shell, community, paths } = model;
  const say = sayIn(shell);
  return page(
    { shell, title: `${say.text(VERIFY.title)} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: within(community), title: say(VERIFY.title), lead: say(VERIFY.lead) })}
${contradictions(model, say)}
${keptLine(model, say)}
<section><h2>${say(VERIFY.yourself)}</h2>
<ol>
<li>${say(model.isMember ? VERIFY.take : VERIFY.takeNameless, { a: link(paths.entries) })}</li>
<li>${maybe(model.verifier, (file) => html`${say(VERIFY.program, { a: link(file) })} `)}${say(VERIFY.replays)}</li>
<li>${say(VERIFY.run, { command: 'node verify-record.mjs record.jsonl', kept: html`--kept "entry 57, root …"` })}</li>
</ol></section>
<section><h2>${say(VERIFY.how)}</h2>
<p>${say(VERIFY.chained)}</p>
<p>${say(VERIFY.erased)}</p></section>`,
    html`${latest(model, say)}
${countersigners(model, say)}
${howWeRunThis(community, say)}`,
  );
}

function contradictions({ refused }: VerificationModel, say: Say): Html {
  return html`${refused.map(
    ({ name, size, at }) =>
      html`<section class="held"><h2>${say(VERIFY.contradicted, { name })}</h2><p>${say(VERIFY.contradictedWhy, { time: time(at, say.language), size })}</p></section>`,
  )}`;
}

function keptLine({ kept, paths }: VerificationModel, say: Say): Html {
  const form = {
    values: { line: kept?.line ?? '' },
    errors: kept?.state === 'unreadable' ? { line: say.text(VERIFY.unreadable) } : {},
  };
  return html`<section><h2>${say(VERIFY.keptTitle)}</h2>
${maybe(kept, (one) => (one.state === 'unreadable' ? '' : html`<p class="${one.state === 'same' ? 'note' : 'held'}" role="status">${say(VERIFY[one.state], { size: one.size })}</p>`))}
<form method="get" action="${href(paths.verify)}">
${field({
  form,
  name: 'line',
  label: say(VERIFY.line),
  hint: say(VERIFY.lineHint),
  code: true,
  max: 500,
  say,
  saidHere: true,
})}
${act(say.text(VERIFY.check))}
</form></section>`;
}

function latest({ size, root, key, paths }: VerificationModel, say: Say): Html {
  return html`<section><h2>${say(VERIFY.now)}</h2><p>${say(VERIFY.head, { size, root: html`<code>${root}</code>` })}</p>
<p><a href="${href(paths.checkpoint)}">${say(VERIFY.checkpoint)}</a> · <a href="${href(paths.key)}">${say(VERIFY.key)}</a> · <a href="${href(paths.record)}">${say(BOOKS.title)}</a></p>
<pre tabindex="0" role="region" aria-label="${say.text(VERIFY.key)}"><code>${key}</code></pre></section>`;
}

function countersigners({ cosigned }: VerificationModel, say: Say): Html {
  const none = html`<p>${say(VERIFY.nobody)}</p>`;
  const table = html`<table><thead><tr><th scope="col">${say(VERIFY.community)}</th><th scope="col">${say(VERIFY.upTo)}</th><th scope="col">${say(VERIFY.when)}</th></tr></thead><tbody>${cosigned.map(
    ({ name, address, size, at }) =>
      html`<tr><th scope="row"><a href="${href(address)}">${name}</a></th><td>${size}</td><td>${time(at, say.language)}</td></tr>`,
  )}</tbody></table>`;
  return html`<section><h2>${say(VERIFY.by)}</h2>${cosigned.length === 0 ? none : table}</section>`;
}
