import type { Html } from '../html.ts';
import { href, html, maybe, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { act, field } from '../parts/field.ts';
import { time } from '../parts/time.ts';

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
  const lead =
    'Whoever runs this server could change its database. They cannot do it unnoticed: here is how you find out, without having to believe them.';
  return page(
    { shell, title: `Check the book · ${community.title}` },
    html`${heading({ kind: within(community), title: 'Check the book', lead })}
${contradictions(model)}
${keptLine(model)}
<section><h2>Check all of it yourself</h2>
<ol>
<li>Take <a href="${href(paths.entries)}">the entries</a>${when(!model.isMember, () => ' (without names and words; members get those too)')}.</li>
<li>${maybe(model.verifier, (file) => html`Take <a href="${href(file)}">the program that checks them</a>. It is one file, needs only Node.js, and asks nobody. `)}It replays every entry, builds the tree over them, and checks the signatures.</li>
<li>Run <code>node verify-record.mjs record.jsonl</code>. If you kept a line from a letter, add it: <code>--kept "entry 57, root …"</code>.</li>
</ol></section>
<section><h2>How it works</h2>
<p>Each entry carries the hash of the one before it, and all of them are the leaves of one tree. Its root changes as soon as anything in it does. The community signs the root; linked communities on other servers check that it goes on from what they saw before, and countersign it. So to show two people two different books, several servers would have to lie together.</p>
<p>A text can be erased on demand of who wrote it, or because the law says so. Its hash stays, and the root with it.</p></section>`,
    html`${latest(model)}
${countersigners(model)}
${howWeRunThis(community)}`,
  );
}

function contradictions({ refused }: VerificationModel): Html {
  return html`${refused.map(
    ({ name, size, at }) =>
      html`<section class="held"><h2>${name} does not countersign this book</h2><p>On ${time(at)} it said that the book it was shown does not go on from entry ${size}, up to which it had countersigned. Ask whoever runs this server what happened.</p></section>`,
  )}`;
}

const VERDICTS = {
  same: (size: number) =>
    `Up to entry ${size} this is the book that your line speaks of. Nothing in it was changed since.`,
  different: (size: number) =>
    `Up to entry ${size} this is not the book that your line speaks of. If you copied it whole, something was changed since: tell the other members.`,
  missing: (size: number) =>
    `The book has fewer than ${size} entries now. If you copied your line whole, entries were taken out: tell the other members.`,
} as const;

function keptLine({ kept, paths }: VerificationModel): Html {
  const error = 'That has no entry and root in it. Copy the whole line, for example: entry 57, root q83v….';
  const form = {
    values: { line: kept?.line ?? '' },
    errors: kept?.state === 'unreadable' ? { line: error } : {},
  };
  return html`<section><h2>Did you keep a line?</h2>
${maybe(kept, (one) => (one.state === 'unreadable' ? '' : html`<p class="${one.state === 'same' ? 'note' : 'held'}" role="status">${VERDICTS[one.state](one.size)}</p>`))}
<form method="get" action="${href(paths.verify)}">
${field({
  form,
  name: 'line',
  label: 'A line from a receipt, a notice or a digest',
  hint: 'It says how the book stood when you got it.',
  code: true,
  max: 500,
})}
${act('Check it')}
</form></section>`;
}

function latest({ size, root, key, paths }: VerificationModel): Html {
  return html`<section><h2>The book now</h2><p>Entry ${size}, root <code>${root}</code></p>
<p><a href="${href(paths.checkpoint)}">Signed checkpoint</a> · <a href="${href(paths.key)}">Key</a> · <a href="${href(paths.record)}">The open book</a></p>
<pre tabindex="0" role="region" aria-label="Key"><code>${key}</code></pre></section>`;
}

function countersigners({ cosigned }: VerificationModel): Html {
  const none = html`<p>Nobody yet. Communities that are linked with this one, on other servers, do it by themselves.</p>`;
  const table = html`<table><thead><tr><th scope="col">Community</th><th scope="col">Up to entry</th><th scope="col">When</th></tr></thead><tbody>${cosigned.map(
    ({ name, address, size, at }) =>
      html`<tr><th scope="row"><a href="${href(address)}">${name}</a></th><td>${size}</td><td>${time(at)}</td></tr>`,
  )}</tbody></table>`;
  return html`<section><h2>Countersigned by</h2>${cosigned.length === 0 ? none : table}</section>`;
}
