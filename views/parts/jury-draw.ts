import type { Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import { JURY } from '../words/juries.ts';
import { DRAW } from '../words/jury-draw.ts';
import { link, type Say } from '../words/speaking.ts';
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

export function drawSection(draw: Draw, say: Say): Part {
  const { pool } = draw;
  if (pool === undefined) return nothing;
  const { members, organisations, root } = pool;
  return html`<section><h2>${say(DRAW.title)}</h2>
<p>${say(DRAW.pool, { members, organisations, source: source(draw, say) })}</p>
${when(draw.relaxed.length > 0, () => html`<p>${say(DRAW.relaxed)}</p><ul>${draw.relaxed.map((sentence) => html`<li>${sentence}.</li>`)}</ul>`)}
${when(draw.beacon === undefined || draw.beacon.missed, () => contributions(draw, say))}${seats(draw, say)}${maybe(draw.own, (one) => own(one, say))}
<details><summary>${say(DRAW.check)}</summary><dl><dt>${say(DRAW.fingerprint)}</dt><dd><code>${root}</code></dd>${maybe(draw.beacon, (one) => round(one, say))}${maybe(draw.seed, (seed) => html`<dt>${say(DRAW.seed)}</dt><dd><code>${seed}</code></dd>`)}</dl><p>${say(DRAW.tickets)}</p>${maybe(
    draw.bundle,
    (path) => html`<p>${say(draw.named ? DRAW.bundleNamed : DRAW.bundle, { a: link(path) })}</p>`,
  )}</details></section>`;
}

function source({ beacon }: Draw, say: Say): Part {
  if (beacon === undefined) return say(DRAW.fromWords);
  const given = { round: beacon.round, time: time(beacon.publishedAt, say.language) };
  return html`${say(beacon.missed ? DRAW.fromWordsInstead : DRAW.fromRound, given)}`;
}

function round({ round: number, chain, address, purpose, signature }: NonNullable<Draw['beacon']>, say: Say): Part {
  return html`<dt>${say(DRAW.round)}</dt><dd><a href="${href(address)}" rel="noreferrer">${number}</a></dd><dt>${say(DRAW.chain)}</dt><dd><code>${chain}</code></dd>${maybe(signature, (text) => html`<dt>${say(DRAW.signature)}</dt><dd><code>${text}</code></dd><dt>${say(DRAW.whatSeed)}</dt><dd>${say(DRAW.seedIs, { purpose })}</dd>`)}`;
}

function contributions({ contributions: all }: Draw, say: Say): Part {
  if (all.length === 0) return html`<p>${say(DRAW.noContribution)}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say.text(DRAW.contributes)}"><table><caption>${say(DRAW.contributes)}</caption><thead><tr><th scope="col">${say(DRAW.member)}</th><th scope="col">${say(DRAW.committed)}</th><th scope="col">${say(DRAW.shownHead)}</th></tr></thead><tbody>${all.map(
    ({ by, commitment, shown }) =>
      html`<tr><th scope="row">${name(by)}</th><td><code>${commitment.slice(0, 16)}…</code></td><td>${shown}</td></tr>`,
  )}</tbody></table></div>`;
}

function seats({ seats: all }: Draw, say: Say): Part {
  if (all.length === 0) return nothing;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say.text(DRAW.drawn)}"><table><caption>${say(DRAW.drawn)}</caption><thead><tr><th scope="col">${say(DRAW.jurorHead)}</th><th scope="col">${say(DRAW.organisation)}</th><th scope="col">${say(DRAW.standing)}</th></tr></thead><tbody>${all.map(
    ({ place, organisation, standing }) =>
      html`<tr><th scope="row">${say(JURY.juror, { place })}</th><td>${organisation}</td><td>${standing}</td></tr>`,
  )}</tbody></table></div>`;
}

function own({ salt, leaf, drawn }: NonNullable<Draw['own']>, say: Say): Part {
  return html`<details><summary>${say(drawn ? DRAW.onListDrawn : DRAW.onList)}</summary><p>${say(DRAW.leafIs)}</p><dl><dt>${say(DRAW.salt)}</dt><dd><code>${salt}</code></dd><dt>${say(DRAW.leaf)}</dt><dd><code>${leaf}</code></dd></dl></details>`;
}
