import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { Ballot, Said } from '../parts/ballot.ts';
import { ballot, choiceWords } from '../parts/ballot.ts';
import type { ChallengeModel } from '../parts/challenge.ts';
import { challenge } from '../parts/challenge.ts';
import { act, EMPTY_FORM, field } from '../parts/field.ts';
import type { Duty } from '../parts/jury-duty.ts';
import { dutySection } from '../parts/jury-duty.ts';
import type { StandingModel } from '../parts/standing.ts';
import { nominees, standing } from '../parts/standing.ts';
import { time } from '../parts/time.ts';
import type { JuryBrief, JuryWord, SeedPart } from './jury.ts';
import { jurorsBrief, seedSection } from './jury.ts';
import { type Stage, secretForms } from './secret-ballot.ts';

/** The page of a signed link: one person, one thing, and nothing that leads anywhere else. */
export interface ByLinkModel {
  readonly shell: Shell;
  /** Where the forms go: below the link itself. */
  readonly path: string;
  /** The community's title; absent for what is about none. */
  readonly community?: string;
  /** Whose link it is: `@ana@far.example`. */
  readonly person: string;
  readonly title: string;
  /** What it is about, for whoever has not seen it: in words, and why. */
  readonly about?: { readonly sentence: string; readonly text?: string; readonly reasons: string };
  readonly does: Does;
}

/** How many want it, and how many it takes. */
interface Signing {
  readonly have: number;
  readonly need: number;
  readonly until: Date;
  /** Why she may not; absent where she may. */
  readonly why?: string;
}

/** What can be done by a link. */
export type Does =
  /** Nothing any more, and why. */
  | { readonly state: 'nothing'; readonly says: string }
  | ({ readonly state: 'second' } & Signing)
  | { readonly state: 'vote'; readonly ballot: Ballot }
  | {
      readonly state: 'paper';
      readonly sealedTo: string;
      readonly stage: Extract<Stage, { readonly state: 'open' }>;
      /** The proposal's own address, for the command. */
      readonly vote: string;
      readonly origin: string;
    }
  | {
      readonly state: 'ballot';
      readonly choice: Said;
      readonly castAt: Date;
      readonly leaf: string;
      /** She said that it is hers; that it is not. */
      readonly confirmed: boolean;
      readonly disowned: boolean;
      readonly until: Date;
      readonly open: boolean;
    }
  | { readonly state: 'stand'; readonly standing: StandingModel }
  | ({ readonly state: 'petition' } & Signing)
  | { readonly state: 'challenge'; readonly challenge: ChallengeModel }
  | {
      readonly state: 'jury';
      readonly duty?: Duty;
      readonly seed?: SeedPart;
      readonly brief?: JuryBrief;
      readonly options: readonly { readonly words: string; readonly need: number }[];
      /** What was said, for jurors: the clerk's words and the deliberation. */
      readonly words: readonly JuryWord[];
      /** While the jury talks. */
      readonly talking?: Date;
    }
  | { readonly state: 'digest'; readonly off: boolean };

/** What a member without an account here does by a link of her own. */
export function byLinkPage(model: ByLinkModel): Html {
  const { shell, community = 'Your letters', title, person, about } = model;
  const lead = `This page is for ${person} alone. Whoever has its address can do this in that name, so do not pass it on.`;
  return page(
    { shell, title: `${title} · ${community}`, alone: true },
    html`${heading({ kind: community, title, lead })}
${maybe(about, ({ sentence, text, reasons }) => html`<section><h2>What it is about</h2>${maybe(text, (words) => html`<blockquote>${paragraphs(words)}</blockquote>`)}<p>${sentence}</p>${reasons === '' ? nothing : html`<h3>Why</h3>${paragraphs(reasons)}`}</section>`)}
${does(model.does, model.path)}`,
  );
}

function does(model: Does, path: string): Part {
  switch (model.state) {
    case 'nothing':
      return html`<p class="note">${model.says}</p>`;
    case 'second':
      return second(model, path);
    case 'vote':
      return ballot(model.ballot, path);
    case 'paper':
      return html`<p>Nobody learns how you voted: not other members, and not from this server’s database. ${model.sealedTo}</p>${secretForms({ path: model.vote, codePath: `${path}/code`, origin: model.origin }, model.stage)}`;
    case 'ballot':
      return ownBallot(model, path);
    case 'stand':
      return html`${standing(model.standing, path)}${nominees(model.standing)}`;
    case 'petition':
      return petition(model, path);
    case 'challenge':
      return challenge({ ...model.challenge, path });
    case 'jury':
      return jury(model, path);
    case 'digest':
      return digest(model.off, path);
  }
}

function ownBallot(model: Extract<Does, { readonly state: 'ballot' }>, path: string): Part {
  const { choice, castAt, leaf, confirmed, disowned, until, open } = model;
  const cast = html`<p>A vote <b>${choiceWords(choice)}</b> came in your name on ${time(castAt)}.</p>`;
  if (disowned) {
    const next = open
      ? 'You were sent a link by which you vote anew; your own vote is the one that counts.'
      : 'The members see it beside the result.';
    return html`<section class="note"><h2>You said that it is not yours</h2>${cast}<p>It stands in the open book. ${next}</p></section>`;
  }
  const own = confirmed
    ? html`<p>You said that it is yours. Thank you.</p>`
    : html`<form method="post" action="${href(`${path}/own`)}"><input type="hidden" name="leaf" value="${leaf}">${act('Yes, I voted so')}</form>`;
  return html`<section><h2>Is this your vote?</h2>${cast}${own}<form class="leave" method="post" action="${href(`${path}/not-own`)}"><input type="hidden" name="leaf" value="${leaf}"><button class="plain" type="submit">I did not vote so</button></form><p class="who-sees">Until ${time(until)}. That you confirmed it is told to nobody. That it is not yours stands in the open book, without what was voted.</p></section>`;
}

function second({ have, need, until, why }: Signing, path: string): Part {
  return html`<section><h2>Should it be discussed?</h2><p>${have} of the ${need} seconds it needs. Until ${time(until)}.</p>${
    why === undefined
      ? html`<form method="post" action="${href(`${path}/second`)}">${act('Second it')}<p class="who-sees">It means: let us discuss this and vote on it. It is not a vote. Everybody can see in the open book that you seconded it.</p></form>`
      : html`<p>${why}</p>`
  }</section>`;
}

function petition(model: Extract<Does, { readonly state: 'petition' }>, path: string): Part {
  const { have, need, until, why } = model;
  return html`<section><h2>Should there be a vote?</h2><p>${have} of the ${need} signatures it needs. Until ${time(until)}.</p>${
    why === undefined
      ? html`<form method="post" action="${href(`${path}/sign`)}">${act('Sign it')}<p class="who-sees">It means: let us vote on this, secretly. It is not a vote. Members can see in the open book that you signed.</p></form>`
      : html`<p>${why}</p>`
  }</section>`;
}

function jury(model: Extract<Does, { readonly state: 'jury' }>, path: string): Part {
  const { duty, seed, brief, options, words, talking } = model;
  // Who deliberates reads and speaks on this very page.
  const own = duty?.state === 'deliberate' ? undefined : duty;
  return html`${maybe(brief, jurorsBrief)}${maybe(own, (one) => dutySection(one, path))}${maybe(seed, (part) => seedSection(part, path))}
${words.length === 0 ? nothing : html`<section><h2>What was said</h2>${words.map(({ from, text, at }) => html`<article><p class="by"><b>${from}</b>, ${time(at)}</p>${paragraphs(text)}</article>`)}</section>`}
${maybe(
  talking,
  (until) =>
    html`<form method="post" action="${href(`${path}/deliberation`)}">${field({ form: EMPTY_FORM, name: 'text', label: 'What do you think?', hint: html`The jury talks until ${time(until)}. Then you vote again. Only the jurors and the clerk read it.`, rows: 6, max: 5000 })}${act('Say it')}</form>`,
)}
<section><h2>What the jury can decide</h2><ol>${options.map(({ words: option, need }) => html`<li>${option}${need > 0 ? html` <small>It takes ${need} ${need === 1 ? 'vote' : 'votes'}.</small>` : nothing}</li>`)}</ol></section>`;
}

function digest(off: boolean, path: string): Part {
  return html`<section><h2>The weekly letter</h2><p>${off ? 'You get no weekly letter.' : 'On Mondays you get one letter with everything that is open in your communities here, and none when nothing is.'}</p><form method="post" action="${href(`${path}/setting`)}">${off ? act('Send it to me again', { name: 'letter', value: 'on' }) : act('Do not send it to me', { name: 'letter', value: 'off' })}</form></section>`;
}
