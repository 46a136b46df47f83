import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, unparted, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { act, EMPTY_FORM, field } from '../parts/field.ts';
import { type Draw, drawSection } from '../parts/jury-draw.ts';
import { type Duty, dutySection } from '../parts/jury-duty.ts';
import { time } from '../parts/time.ts';

/** What a jury rests on, as the area that asked for it shows it to jurors. */
export interface JuryBrief {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly links: readonly { readonly path: string; readonly words: string }[];
}

/** What was written to the jury by its clerk or, in the deliberation, by a juror. */
export interface JuryWord {
  /** “Juror 3”, “The clerk”. */
  readonly from: string;
  readonly text: string;
  readonly at: Date;
}

/** What the viewer can do for the draw. */
export type SeedPart =
  | { readonly state: 'commit'; readonly until: Date; readonly asked: boolean }
  | { readonly state: 'show'; readonly until: Date }
  /** The draw waits for a round of drand, which any member may hand in. */
  | {
      readonly state: 'round';
      readonly round: number;
      readonly publishedAt: Date;
      readonly published: boolean;
      /** Where it can be looked up. */
      readonly address: string;
      /** Once it is noted as missing. */
      readonly until?: Date;
      /** This server asks for it by itself too. */
      readonly byItself: boolean;
    }
  | { readonly state: 'said'; readonly text: string };

export interface JuryModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly id: string;
  readonly path: string;
  /** “case C-4”. */
  readonly about: string;
  readonly question: string;
  readonly options: readonly { readonly words: string; readonly need: number }[];
  /** Where it stands, in a sentence. */
  readonly stands: string;
  readonly duty?: Duty;
  readonly seed?: SeedPart;
  /** For jurors and the clerk. */
  readonly brief?: JuryBrief;
  readonly briefings?: readonly JuryWord[];
  /** The viewer is the clerk, and the jury has not decided. */
  readonly mayBrief: boolean;
  /** Where the deliberation is read, for jurors and the clerk. */
  readonly room?: string;
  readonly verdict?: {
    readonly words: string;
    readonly hung: boolean;
    readonly at: Date;
    readonly counts: readonly { readonly words: string; readonly blind: number; readonly final: number }[];
  };
  readonly draw: Draw;
}

/** A jury: for its jurors what is asked of them, for members how it was drawn and what it decided. */
export function juryPage(model: JuryModel): Html {
  const { shell, community, id, question, about, duty } = model;
  return page(
    { shell, title: `Jury ${id} · ${community.title}`, decision: duty?.state === 'vote' },
    html`<div class="what">${heading({ kind: within(community, `jury ${id} on ${about}`), title: unparted(question), lead: model.stands })}
${maybe(model.verdict, verdict)}${maybe(model.brief, jurorsBrief)}${maybe(model.briefings, briefings)}${when(model.mayBrief, () => briefingForm(model))}</div>
<div class="side">${maybe(duty, (own) => dutySection(own, model.path))}${maybe(model.seed, (part) => seedSection(part, model.path))}${maybe(model.room, (path) => html`<p><a href="${href(path)}">The deliberation</a></p>`)}</div>
<div class="rest"><section><h2>What the jury can decide</h2><p>The mildest first. The most severe answer for which enough jurors vote, or for something more severe, is the verdict; if there is none, the mildest holds.</p><ol>${model.options.map(
      ({ words, need }) =>
        html`<li>${words}${when(need > 0, () => html` <small>It takes ${need} ${need === 1 ? 'vote' : 'votes'}.</small>`)}</li>`,
    )}</ol></section>${drawSection(model.draw)}</div>`,
  );
}

function verdict({ words, hung, at, counts }: NonNullable<JuryModel['verdict']>): Part {
  return html`<section class="note"><h2>${hung ? 'The jury did not agree' : 'The verdict'}</h2><p><b>${words}</b></p><p>${when(hung, () => 'No answer had the votes it takes, so the mildest holds. ')}Decided on ${time(at)}. Who voted what is shown to nobody.</p>${
    counts.length === 0
      ? nothing
      : html`<table><caption class="heard">How the jury voted</caption><thead><tr><th scope="col">Answer</th><th scope="col">Blind vote</th><th scope="col">Final vote</th></tr></thead><tbody>${counts.map(
          (row) => html`<tr><th scope="row">${row.words}</th><td>${row.blind}</td><td>${row.final}</td></tr>`,
        )}</tbody></table>`
  }</section>`;
}

/** What the jury rests on. */
export function jurorsBrief({ title, paragraphs: texts, links }: JuryBrief): Part {
  return html`<section><h2>${title}</h2>${texts.map((text) => paragraphs(text))}${
    links.length === 0
      ? nothing
      : html`<ul class="links">${links.map(({ path, words }) => html`<li><a href="${href(path)}">${words}</a></li>`)}</ul>`
  }</section>`;
}

function briefings(all: readonly JuryWord[]): Part {
  if (all.length === 0) return nothing;
  return html`<section><h2>From the clerk</h2>${all.map(word)}</section>`;
}

function word({ from, text, at }: JuryWord): Part {
  return html`<article><p class="by"><b>${from}</b> ${time(at)}</p>${paragraphs(text)}</article>`;
}

function briefingForm({ path }: JuryModel): Part {
  return html`<form method="post" action="${href(`${path}/briefing`)}">${field({
    form: EMPTY_FORM,
    name: 'text',
    label: 'Brief the jury',
    hint: 'The rule, earlier verdicts on it, and the facts; no opinion. Only the jurors read it.',
    rows: 8,
    max: 5000,
  })}${act('Give it to the jury')}</form>`;
}

/** What a member does for the draw. */
export function seedSection(part: SeedPart, path: string): Part {
  switch (part.state) {
    case 'commit':
      return html`<section class="note"><h2>Help with the draw</h2><p>${part.asked ? 'You are asked for' : 'Every member may give'} a few words that nobody else knows. From all of them together the draw follows, so nobody can steer it. A day later you show them.</p><p>Until ${time(part.until)}.</p><form method="post" action="${href(`${path}/seed`)}">${field(
        {
          form: EMPTY_FORM,
          name: 'text',
          id: 'seed-text',
          label: 'Your words',
          hint: 'At least 16 characters. Keep a copy: you need them again, letter for letter. This server keeps only their SHA-256.',
          max: 200,
          optional: true,
          code: true,
          autocomplete: 'off',
        },
      )}<details><summary>If you do not want this server to see your words yet</summary>${field({
        form: EMPTY_FORM,
        name: 'commitment',
        label: 'Their SHA-256',
        hint: 'Reckoned on your own machine: printf %s "your words" | sha256sum',
        max: 64,
        optional: true,
        code: true,
        autocomplete: 'off',
      })}</details>${act('Give my part')}</form></section>`;
    case 'show':
      return html`<section class="note"><h2>Show your part of the draw</h2><p>Until ${time(part.until)}. They go into the open book. Whoever keeps them back is named there, and contributes to no draw for half a year.</p><form method="post" action="${href(`${path}/seed/show`)}">${field(
        {
          form: EMPTY_FORM,
          name: 'secret',
          label: 'The words you gave',
          max: 200,
          code: true,
          autocomplete: 'off',
        },
      )}${act('Show them')}</form></section>`;
    case 'round':
      return roundSection(part, path);
    case 'said':
      return html`<section class="note"><h2>The draw</h2><p>${part.text}</p></section>`;
  }
}

function roundSection(part: Extract<SeedPart, { readonly state: 'round' }>, path: string): Part {
  const { round, publishedAt, published, address, until, byItself } = part;
  const who = byItself
    ? 'This server asks for it by itself. Any member may hand it in too'
    : 'Any member may hand it in';
  if (!published) {
    return html`<section class="note"><h2>The draw</h2><p>It follows from a random number that nobody knows yet: round ${round} of drand, published on ${time(publishedAt)}. ${who}, from then on, here.</p></section>`;
  }
  return html`<section class="note"><h2>Hand in the random number</h2><p>Round ${round} of drand is published, and the draw waits for it. ${who}. It proves itself: whoever brings it brings the same.</p><p>${maybe(until, (at) => html`Until ${time(at)}. `)}If nobody does for a day, the draw follows from words of members instead, and the open book says so. Whoever runs this server could keep the number back, but cannot know what the words give.</p><p><a href="${href(address)}" rel="noreferrer">Round ${round}</a></p><form method="post" action="${href(`${path}/seed/round`)}">${field(
    {
      form: EMPTY_FORM,
      name: 'signature',
      label: 'What that address says',
      hint: 'Paste all of it, or the signature alone.',
      rows: 4,
      max: 2000,
      code: true,
      autocomplete: 'off',
    },
  )}${act('Hand it in')}</form></section>`;
}

export interface JuryRoomModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly id: string;
  /** Of the jury's page. */
  readonly path: string;
  readonly question: string;
  /** Oldest first. */
  readonly words: readonly JuryWord[];
  /** While the jury deliberates, for jurors. */
  readonly until?: Date;
}

/** A jury's private room. */
export function juryRoomPage({ shell, community, id, path, question, words, until }: JuryRoomModel): Html {
  const lead =
    'Only the jurors and the clerk can read this. Jurors are called by their numbers. It is deleted a week after the verdict.';
  return page(
    { shell, title: `Deliberation of jury ${id} · ${community.title}` },
    html`${heading({ kind: html`${within(community)} · <a href="${href(path)}">jury ${id}</a>`, title: ['Deliberation: ', unparted(question)], lead })}
${words.length === 0 ? html`<p class="empty">Nobody has said anything yet.</p>` : words.map(word)}
${maybe(
  until,
  (at) =>
    html`<form method="post" action="${href(`${path}/deliberation`)}">${field({
      form: EMPTY_FORM,
      name: 'text',
      label: 'What do you think?',
      hint: html`The jury talks until ${time(at)}. Then you vote again.`,
      rows: 6,
      max: 5000,
    })}${act('Say it')}</form>`,
)}`,
  );
}
