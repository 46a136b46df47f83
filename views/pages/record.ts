import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { pagination } from '../parts/pagination.ts';
import { time } from '../parts/time.ts';
import { BOOKS } from '../words/open-book.ts';
import { RECORD, RECORD_SEEN } from '../words/record.ts';
import { link, type Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';
import type { Countersigner } from './verification.ts';

/** A piece of a sentence: plain, strong, or leading somewhere. */
export type Run =
  | string
  | { readonly strong: string }
  /** `common`: no name, so that it begins with a capital where a sentence begins with it. */
  | { readonly link: string; readonly path: string; readonly common?: true }
  /** What stands in the record in English, in a sentence of another language. */
  | { readonly english: string };

export interface RecordEntry {
  readonly seq: number;
  /** SHA-256, hexadecimal, whole. */
  readonly hash: string;
  /** What happened, in a sentence. */
  readonly says: readonly Run[];
  readonly at: Date;
  /** In which capacity, or under what: “no person decided this”. */
  readonly sub?: string | readonly Run[];
  /** Where whoever reads it can have her own words in it erased. */
  readonly erase?: string;
}

/** What a replay of the whole record, done for this page, found. */
export type Checked =
  | { readonly agrees: true; readonly entries: number; readonly head: string; readonly at: Date }
  | { readonly agrees: false; readonly entries: number; readonly problem: Sentence; readonly at: Date };

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
  const say = sayIn(shell);
  return page(
    { shell, title: `${say.text(RECORD.short)} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: within(community), title: say(BOOKS.title), lead: say(RECORD.lead) })}
${groups(model, say)}${entries.length === 0 ? nothingOfIt(model, say) : html`<ol class="ledger" reversed>${entries.map((one) => entry(one, say))}</ol>`}
${pagination(model, say)}`,
    html`${checked(model.checked, say)}
${countersigned(model, say)}
<section><h2>${say(RECORD.verifyTitle)}</h2><p>${say(RECORD.verify, { a: link(model.verify) })}</p><pre tabindex="0" role="region" aria-label="${say.text(RECORD.command)}"><code>${model.verifyCommand}</code></pre>${maybe(model.download, (path) => html`<p><a href="${href(path)}">${say(RECORD.asData)}</a></p>`)}</section>
<section><h2>${say(RECORD_SEEN.title)}</h2><table><tbody>${model.whoSees.map(({ what, who }) => html`<tr><th scope="row">${what}</th><td>${who}</td></tr>`)}</tbody></table></section>
${howWeRunThis(community, say)}`,
  );
}

function groups({ groups: all = [] }: RecordModel, say: Say): Part {
  if (all.length === 0) return nothing;
  return html`<nav class="only" aria-label="${say.text(BOOKS.showOnly)}">${all.map(({ title, path }) => (path === undefined ? html`<b aria-current="true">${title}</b>` : html`<a href="${href(path)}">${title}</a>`))}</nav>`;
}

/** Of a book that cannot be read the check says what is wrong. */
function nothingOfIt({ groups: all = [], older }: RecordModel, say: Say): Part {
  if (all[0]?.path === undefined) return nothing;
  return html`<p class="empty">${say(older === undefined ? RECORD.noneOfKind : RECORD.noneLately)}</p>`;
}

function entry({ seq, hash, says, at, sub, erase }: RecordEntry, say: Say): Html {
  return html`<li id="e-${seq}"><span class="seq"><a href="#e-${seq}">№ ${seq}</a> <br><span title="${hash}">${shortened(hash)}</span></span><div><p>${says.map((piece) => run(piece, say))}</p><p><small>${time(at, say.language)}${maybe(sub, (more) => html` · ${[more].flat().map((piece) => run(piece, say))}`)}${maybe(erase, (path) => html` · <a href="${href(path)}">${say(RECORD.erase)}</a>`)}</small></p></div></li>`;
}

/** A piece of a sentence of the book. */
export function run(piece: Run, say: Say): Part {
  if (typeof piece === 'string') return piece;
  if ('english' in piece) return told(piece.english, say);
  return 'strong' in piece
    ? html`<b>${apart(piece.strong, say)}</b>`
    : html`<a href="${href(piece.path)}">${apart(piece.link, say)}</a>`;
}

/** Names are mostly written from the left: they must not turn the signs around them where all else is from the right. */
const apart = (text: string, say: Say): Part => (say.language === 'ar' ? html`<bdi>${text}</bdi>` : text);

function checked(model: Checked, say: Say): Html {
  const at = { time: time(model.at, say.language) };
  if (!model.agrees)
    return html`<section class="held"><h2>${say(RECORD.wrong)}</h2><p>${told(model.problem, say)}</p><p>${say(RECORD.doNotRely, at)}</p></section>`;
  return html`<section class="note"><h2>${say(RECORD.checked)}</h2><p>${say(RECORD.whole, { entries: model.entries, head: html`<code title="${model.head}">${shortened(model.head)}</code>` })}</p><p class="who-sees">${say(RECORD.byItself, at)}</p></section>`;
}

function countersigned({ cosigned, refused, verify }: RecordModel, say: Say): Html {
  const no = refused.map(
    ({ name, size }) => html`<p class="held">${say(RECORD.refused, { name, size, a: link(verify) })}</p>`,
  );
  const yes = cosigned.map(({ name, size }) => html`<p>${say(RECORD.countersigned, { name, size })}</p>`);
  const nobody = html`<p>${say(RECORD.nobody)}</p>`;
  return html`<section><h2>${say(RECORD.othersTitle)}</h2>${no}${yes}${cosigned.length + refused.length === 0 ? nobody : ''}<p><a class="do" href="${href(verify)}">${say(RECORD.checkIt)}</a></p></section>`;
}

/** As much of a hash as tells two apart. */
export const shortened = (hash: string): string => `${hash.slice(0, 4)}…${hash.slice(-2)}`;
