import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { pagination } from '../parts/pagination.ts';
import { time } from '../parts/time.ts';
import type { Countersigner } from './verification.ts';

/** A piece of a sentence: plain, strong, or leading somewhere. */
export type Run = string | { readonly strong: string } | { readonly link: string; readonly path: string };

export interface RecordEntry {
  readonly seq: number;
  /** SHA-256, hexadecimal, whole. */
  readonly hash: string;
  /** What happened, in a sentence. */
  readonly says: readonly Run[];
  readonly at: Date;
  /** In which capacity, or under what: “no person decided this”. */
  readonly sub?: string;
  /** Where whoever reads it can have her own words in it erased. */
  readonly erase?: string;
}

/** What a replay of the whole record, done for this page, found. */
export type Checked =
  | { readonly agrees: true; readonly entries: number; readonly head: string; readonly at: Date }
  | { readonly agrees: false; readonly entries: number; readonly problem: string; readonly at: Date };

/** Entries of one kind, and where they are shown. */
export interface Narrowing {
  readonly title: string;
  readonly path?: string;
}

export interface RecordModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** Newest first. */
  readonly entries: readonly RecordEntry[];
  /** What it can be narrowed down to; the one without a path is shown now. */
  readonly groups?: readonly Narrowing[];
  readonly older?: string;
  readonly newer?: string;
  readonly checked: Checked;
  readonly whoSees: readonly { readonly what: string; readonly who: string }[];
  /** Up to where linked communities countersigned it, and who says that it does not go on from there. */
  readonly cosigned: readonly Countersigner[];
  readonly refused: readonly Countersigner[];
  /** The page that says how to check it without this server. */
  readonly verify: string;
  /** A command that replays the record. */
  readonly verifyCommand: string;
  /** The record as data, for a program that does not trust this one. */
  readonly download?: string;
}

/** The open book: everything done with power in a community. */
export function recordPage(model: RecordModel): Html {
  const { shell, community, entries } = model;
  const lead =
    'Everything done here with power: who, in which capacity, under which rule, and why. Each entry is chained to the one before.';
  return page(
    { shell, title: `Open book · ${community.title}` },
    html`${heading({ kind: within(community), title: 'The open book', lead })}
${groups(model)}${entries.length === 0 ? nothingOfIt(model) : html`<ol class="ledger" reversed>${entries.map(entry)}</ol>`}
${pagination(model)}`,
    html`${checked(model.checked)}
${countersigned(model)}
<section><h2>Verify it yourself</h2><p>You need not trust this server: <a href="${href(model.verify)}">check the book</a>. Anyone with a copy of the database can replay it:</p><pre tabindex="0" role="region" aria-label="Command"><code>${model.verifyCommand}</code></pre>${maybe(model.download, (path) => html`<p><a href="${href(path)}">The record as data</a></p>`)}</section>
<section><h2>Who can see what</h2><table><tbody>${model.whoSees.map(({ what, who }) => html`<tr><th scope="row">${what}</th><td>${who}</td></tr>`)}</tbody></table></section>
${howWeRunThis(community)}`,
  );
}

function groups({ groups: all = [] }: RecordModel): Part {
  if (all.length === 0) return nothing;
  return html`<nav class="only" aria-label="Show only">${all.map(({ title, path }) => (path === undefined ? html`<b aria-current="true">${title}</b>` : html`<a href="${href(path)}">${title}</a>`))}</nav>`;
}

/** Of a book that cannot be read the check says what is wrong. */
function nothingOfIt({ groups: all = [], older }: RecordModel): Part {
  if (all[0]?.path === undefined) return nothing;
  return html`<p class="empty">${older === undefined ? 'Nothing of this kind stands in the book yet.' : 'Nothing of this kind is among the latest entries. The next page looks further back.'}</p>`;
}

function entry({ seq, hash, says, at, sub, erase }: RecordEntry): Html {
  return html`<li id="e-${seq}"><span class="seq"><a href="#e-${seq}">№ ${seq}</a> <br><span title="${hash}">${shortened(hash)}</span></span><div><p>${says.map(run)}</p><p><small>${time(at)}${maybe(sub, (more) => html` · ${more}`)}${maybe(erase, (path) => html` · <a href="${href(path)}">Erase my words</a>`)}</small></p></div></li>`;
}

/** A piece of a sentence of the book. */
export function run(piece: Run): Part {
  if (typeof piece === 'string') return piece;
  return 'strong' in piece ? html`<b>${piece.strong}</b>` : html`<a href="${href(piece.path)}">${piece.link}</a>`;
}

function checked(model: Checked): Html {
  if (!model.agrees)
    return html`<section class="held"><h2>This book does not add up</h2><p>${model.problem}</p><p>Checked ${time(model.at)}. Do not rely on it; ask whoever runs this server.</p></section>`;
  return html`<section class="note"><h2>Checked just now</h2><p>${model.entries} entries replayed, head <code title="${model.head}">${shortened(model.head)}</code>: the chain is whole, and what this server goes by is what the book says.</p><p class="who-sees">${time(model.at)}, by this server itself.</p></section>`;
}

function countersigned({ cosigned, refused, verify }: RecordModel): Html {
  const no = refused.map(
    ({ name, size }) =>
      html`<p class="held">${name} says that it does not go on from entry ${size}. <a href="${href(verify)}">What that means</a></p>`,
  );
  const yes = cosigned.map(({ name, size }) => html`<p>Countersigned by ${name} up to entry ${size}.</p>`);
  const nobody = html`<p>No other community countersigns it yet; linked ones on other servers do.</p>`;
  return html`<section><h2>Who else looks at it</h2>${no}${yes}${cosigned.length + refused.length === 0 ? nobody : ''}<p><a class="do" href="${href(verify)}">Check it</a></p></section>`;
}

/** As much of a hash as tells two apart. */
export const shortened = (hash: string): string => `${hash.slice(0, 4)}…${hash.slice(-2)}`;
