import type { Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import { type Author, name } from './person.ts';
import { time } from './time.ts';

/** How a jury was drawn, with everything needed to draw it again. */
export interface Draw {
  /** Absent before the pool is frozen. */
  readonly pool?: { readonly members: number; readonly organisations: number; readonly root: string };
  /** Sentences without their full stops: what could not be kept to. */
  readonly relaxed: readonly string[];
  /** The viewer's own line in the pool. */
  readonly own?: { readonly salt: string; readonly leaf: string; readonly drawn: boolean };
  /** The round of drand that was named with the pool. */
  readonly beacon?: {
    readonly round: number;
    readonly chain: string;
    readonly publishedAt: Date;
    /** Where it can be looked up. */
    readonly address: string;
    /** What the jury is on, as the seed has it. */
    readonly purpose: string;
    readonly signature?: string;
    /** Nobody handed it in in time. */
    readonly missed: boolean;
  };
  readonly contributions: readonly { readonly by: Author; readonly commitment: string; readonly shown: string }[];
  readonly seed?: string;
  readonly seats: readonly { readonly place: number; readonly organisation: string; readonly standing: string }[];
  /** Where the bundle is, for members, once the jury is drawn. */
  readonly bundle?: string;
  /** The verdict is given, and the bundle has names. */
  readonly named: boolean;
}

export function drawSection(draw: Draw): Part {
  const { pool } = draw;
  if (pool === undefined) return nothing;
  return html`<section><h2>How the jury is drawn</h2>
<p>From ${pool.members} members of ${pool.organisations} ${pool.organisations === 1 ? 'organisation' : 'organisations'} who can judge this. The list was closed, and its fingerprint written into the open book, before anybody could know what the draw would follow from: ${source(draw)}.</p>
${when(draw.relaxed.length > 0, () => html`<p>What could not be kept to here:</p><ul>${draw.relaxed.map((sentence) => html`<li>${sentence}.</li>`)}</ul>`)}
${when(draw.beacon === undefined || draw.beacon.missed, () => contributions(draw))}${seats(draw)}${maybe(draw.own, own)}
<details><summary>To check the draw yourself</summary><dl><dt>Fingerprint of the list</dt><dd><code>${pool.root}</code></dd>${maybe(draw.beacon, round)}${maybe(draw.seed, (seed) => html`<dt>Seed</dt><dd><code>${seed}</code></dd>`)}</dl><p>Ticket of each: HMAC-SHA-256 of the seed over the leaf. The lowest tickets are drawn, none of an organisation over a third of the seats while others are left.</p>${maybe(
    draw.bundle,
    (path) =>
      html`<p><a href="${href(path)}">Everything to draw it again, as data</a>${draw.named ? ', with names' : '. Names are added after the verdict'}.</p>`,
  )}</details></section>`;
}

function source({ beacon }: Draw): Part {
  if (beacon === undefined) return html`words that members, and this server, kept to themselves until then`;
  const { round: number, publishedAt, missed } = beacon;
  if (missed) {
    return html`words that members, and this server, kept to themselves until then. It was to be round ${number} of drand, published on ${time(publishedAt)}, which nobody handed in within a day`;
  }
  return html`round ${number} of drand, a random number that many organisations make together and that is published on ${time(publishedAt)}`;
}

function round({ round: number, chain, address, purpose, signature }: NonNullable<Draw['beacon']>): Part {
  return html`<dt>Round of drand (quicknet)</dt><dd><a href="${href(address)}" rel="noreferrer">${number}</a></dd><dt>Hash of the chain</dt><dd><code>${chain}</code></dd>${maybe(signature, (text) => html`<dt>Signature of the round</dt><dd><code>${text}</code></dd><dt>What the seed is</dt><dd>The SHA-256 of five lines: <code>jury/1</code>, the jury’s name, <code>${purpose}</code>, the fingerprint, and the signature.</dd>`)}`;
}

function contributions({ contributions: all }: Draw): Part {
  if (all.length === 0) return html`<p>No member has contributed to the draw so far.</p>`;
  return html`<table><caption>Who contributes to the draw</caption><thead><tr><th scope="col">Member</th><th scope="col">Committed to</th><th scope="col">Shown</th></tr></thead><tbody>${all.map(
    ({ by, commitment, shown }) =>
      html`<tr><th scope="row">${name(by)}</th><td><code>${commitment.slice(0, 16)}…</code></td><td>${shown}</td></tr>`,
  )}</tbody></table>`;
}

function seats({ seats: all }: Draw): Part {
  if (all.length === 0) return nothing;
  return html`<table><caption>Who was drawn</caption><thead><tr><th scope="col">Juror</th><th scope="col">Organisation</th><th scope="col">How it stands</th></tr></thead><tbody>${all.map(
    ({ place, organisation, standing }) =>
      html`<tr><th scope="row">Juror ${place}</th><td>${organisation}</td><td>${standing}</td></tr>`,
  )}</tbody></table>`;
}

function own({ salt, leaf, drawn }: NonNullable<Draw['own']>): Part {
  return html`<details><summary>You are on the list${drawn ? ', and were drawn' : ''}</summary><p>Your leaf is the SHA-256 of your salt, a line break, and the address of your account.</p><dl><dt>Salt</dt><dd><code>${salt}</code></dd><dt>Leaf</dt><dd><code>${leaf}</code></dd></dl></details>`;
}
