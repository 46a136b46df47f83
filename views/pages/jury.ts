import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { act, EMPTY_FORM, field } from '../parts/field.ts';
import { type Draw, drawSection } from '../parts/jury-draw.ts';
import { type Duty, dutySection } from '../parts/jury-duty.ts';
import { time } from '../parts/time.ts';
import { JURIES, JURY } from '../words/juries.ts';
import { SEED } from '../words/jury-seed.ts';
import type { Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';
import { asked } from './juries.ts';

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
  readonly question: Sentence;
  readonly options: readonly { readonly words: Sentence; readonly need: number }[];
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
    readonly words: Sentence;
    readonly hung: boolean;
    readonly at: Date;
    readonly counts: readonly { readonly words: Sentence; readonly blind: number; readonly final: number }[];
  };
  readonly draw: Draw;
}

/** A jury: for its jurors what is asked of them, for members how it was drawn and what it decided. */
export function juryPage(model: JuryModel): Html {
  const { shell, community, id, question, about, duty } = model;
  const say = sayIn(shell);
  return page(
    {
      shell,
      title: `${say.text(JURY.title, { id })} · ${community.title}`,
      speaks: say.language,
      decision: duty?.state === 'vote',
    },
    html`<div class="what">${heading({ kind: within(community, say.text(JURIES.kindOn, { id, about })), title: asked(question, say), lead: model.stands })}
${maybe(model.verdict, (one) => verdict(one, say))}${maybe(model.brief, jurorsBrief)}${maybe(model.briefings, (all) => briefings(all, say))}${when(model.mayBrief, () => briefingForm(model, say))}</div>
<div class="side">${maybe(duty, (own) => dutySection(own, model.path, say))}${maybe(model.seed, (part) => seedSection(part, model.path, say))}${maybe(model.room, (path) => html`<p><a href="${href(path)}">${say(JURY.deliberation)}</a></p>`)}</div>
<div class="rest"><section><h2>${say(JURY.options)}</h2><p>${say(JURY.optionsLead)}</p><ol>${model.options.map(
      ({ words, need }) =>
        html`<li>${told(words, say)}${when(need > 0, () => html` <small>${say(JURY.takes, { need })}</small>`)}</li>`,
    )}</ol></section>${drawSection(model.draw, say)}</div>`,
  );
}

function verdict({ words, hung, at, counts }: NonNullable<JuryModel['verdict']>, say: Say): Part {
  return html`<section class="note"><h2>${say(hung ? JURY.hung : JURY.verdict)}</h2><p><b>${told(words, say)}</b></p><p>${when(hung, () => html`${say(JURY.hungWhy)} `)}${say(JURY.decidedOn, { time: time(at, say.language) })}</p>${
    counts.length === 0
      ? nothing
      : html`<table><caption class="heard">${say(JURY.howVoted)}</caption><thead><tr><th scope="col">${say(JURY.answer)}</th><th scope="col">${say(JURY.blind)}</th><th scope="col">${say(JURY.final)}</th></tr></thead><tbody>${counts.map(
          (row) =>
            html`<tr><th scope="row">${told(row.words, say)}</th><td>${row.blind}</td><td>${row.final}</td></tr>`,
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

function briefings(all: readonly JuryWord[], say: Say): Part {
  if (all.length === 0) return nothing;
  return html`<section><h2>${say(JURY.fromClerk)}</h2>${all.map((one) => word(one, say))}</section>`;
}

function word({ from, text, at }: JuryWord, say: Say): Part {
  return html`<article><p class="by"><b>${from}</b> ${time(at, say.language)}</p>${paragraphs(text)}</article>`;
}

function briefingForm({ path }: JuryModel, say: Say): Part {
  return html`<form method="post" action="${href(`${path}/briefing`)}">${field({
    form: EMPTY_FORM,
    name: 'text',
    label: say(JURY.brief),
    hint: say(JURY.briefHint),
    rows: 8,
    max: 5000,
    say,
  })}${act(say.text(JURY.give))}</form>`;
}

/** What a member does for the draw. */
export function seedSection(part: SeedPart, path: string, say: Say): Part {
  switch (part.state) {
    case 'commit':
      return commitSection(part, path, say);
    case 'show':
      return html`<section class="note"><h2>${say(SEED.showTitle)}</h2><p>${say(SEED.showLead, { time: time(part.until, say.language) })}</p><form method="post" action="${href(`${path}/seed/show`)}">${field(
        { form: EMPTY_FORM, name: 'secret', label: say(SEED.theWords), max: 200, code: true, autocomplete: 'off', say },
      )}${act(say.text(SEED.show))}</form></section>`;
    case 'round':
      return roundSection(part, path, say);
    case 'said':
      return html`<section class="note"><h2>${say(SEED.draw)}</h2><p>${part.text}</p></section>`;
  }
}

function commitSection(part: Extract<SeedPart, { readonly state: 'commit' }>, path: string, say: Say): Part {
  const asks = { form: EMPTY_FORM, optional: true, code: true, autocomplete: 'off', say } as const;
  return html`<section class="note"><h2>${say(SEED.help)}</h2><p>${say(part.asked ? SEED.asked : SEED.may)}</p><p>${say(SEED.until, { time: time(part.until, say.language) })}</p><form method="post" action="${href(`${path}/seed`)}">${field(
    { ...asks, name: 'text', id: 'seed-text', label: say(SEED.yourWords), hint: say(SEED.wordsHint), max: 200 },
  )}<details><summary>${say(SEED.without)}</summary>${field({
    ...asks,
    name: 'commitment',
    label: say(SEED.theirHash),
    hint: say(SEED.hashHint, { command: told(COMMAND, say) }),
    max: 64,
  })}</details>${act(say.text(SEED.give))}</form></section>`;
}

/** Reckons what is kept of the words, on whatever has a shell. */
const COMMAND = 'printf %s "your words" | sha256sum';

function roundSection(part: Extract<SeedPart, { readonly state: 'round' }>, path: string, say: Say): Part {
  const { round, publishedAt, published, address, until, byItself } = part;
  if (!published) {
    return html`<section class="note"><h2>${say(SEED.draw)}</h2><p>${say(SEED.roundAhead, { round, time: time(publishedAt, say.language) })} ${say(byItself ? SEED.byItselfAhead : SEED.byMembersAhead)}</p></section>`;
  }
  return html`<section class="note"><h2>${say(SEED.handInTitle)}</h2><p>${say(byItself ? SEED.byItself : SEED.byMembers, { round })}</p><p>${maybe(until, (at) => html`${say(SEED.until, { time: time(at, say.language) })} `)}${say(SEED.orElse)}</p><p><a href="${href(address)}" rel="noreferrer">${say(SEED.round, { round })}</a></p><form method="post" action="${href(`${path}/seed/round`)}">${field(
    {
      form: EMPTY_FORM,
      name: 'signature',
      label: say(SEED.addressSays),
      hint: say(SEED.paste),
      rows: 4,
      max: 2000,
      code: true,
      autocomplete: 'off',
      say,
    },
  )}${act(say.text(SEED.handIn))}</form></section>`;
}

export interface JuryRoomModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly id: string;
  /** Of the jury's page. */
  readonly path: string;
  readonly question: Sentence;
  /** Oldest first. */
  readonly words: readonly JuryWord[];
  /** While the jury deliberates, for jurors. */
  readonly until?: Date;
}

/** A jury's private room. */
export function juryRoomPage({ shell, community, id, path, question, words, until }: JuryRoomModel): Html {
  const say = sayIn(shell);
  return page(
    { shell, title: `${say.text(JURY.roomTitle, { id })} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: html`${within(community)} · <a href="${href(path)}">${say(JURY.short, { id })}</a>`, title: say(JURY.roomHead, { question: html`${asked(question, say)}` }), lead: say(JURY.roomLead) })}
${words.length === 0 ? html`<p class="empty">${say(JURY.roomEmpty)}</p>` : words.map((one) => word(one, say))}
${maybe(
  until,
  (at) =>
    html`<form method="post" action="${href(`${path}/deliberation`)}">${field({
      form: EMPTY_FORM,
      name: 'text',
      label: say(JURY.think),
      hint: say(JURY.talksUntil, { time: time(at, say.language) }),
      rows: 6,
      max: 5000,
      say,
    })}${act(say.text(JURY.sayIt))}</form>`,
)}`,
  );
}
