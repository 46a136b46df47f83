import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { Ballot, Said } from '../parts/ballot.ts';
import { ballot, choiceWords } from '../parts/ballot.ts';
import type { ChallengeModel } from '../parts/challenge.ts';
import { challenge } from '../parts/challenge.ts';
import { act, EMPTY_FORM, field } from '../parts/field.ts';
import type { Duty } from '../parts/jury-duty.ts';
import { dutySection } from '../parts/jury-duty.ts';
import type { MinorityModel } from '../parts/minority.ts';
import { minority } from '../parts/minority.ts';
import type { RankedResult, ResultModel } from '../parts/result.ts';
import { result } from '../parts/result.ts';
import type { StandingModel } from '../parts/standing.ts';
import { nominees, standing } from '../parts/standing.ts';
import { time } from '../parts/time.ts';
import { BY_LINK } from '../words/by-link.ts';
import type { Say } from '../words/speaking.ts';
import { told, toldBlock } from '../words/told.ts';
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
  /** Of what it is about; absent for the weekly letter. */
  readonly title?: string;
  /** What it is about, for whoever has not seen it: in words, and why. */
  readonly about?: { readonly sentence: Sentence; readonly text?: string; readonly reasons: string };
  readonly does: Does;
}

/** How many want it, and how many it takes. */
interface Signing {
  readonly have: number;
  readonly need: number;
  readonly until: Date;
  /** Why she may not; absent where she may. */
  readonly why?: Sentence;
}

/** What can be done by a link. */
export type Does =
  | { readonly state: 'over' }
  /** Nothing now, and why. */
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
  | { readonly state: 'minority'; readonly result: ResultModel | RankedResult; readonly minority: MinorityModel }
  | {
      readonly state: 'jury';
      readonly duty?: Duty;
      readonly seed?: SeedPart;
      readonly brief?: JuryBrief;
      readonly options: readonly { readonly words: Sentence; readonly need: number }[];
      /** What was said, for jurors: the clerk's words and the deliberation. */
      readonly words: readonly JuryWord[];
      /** While the jury talks. */
      readonly talking?: Date;
    }
  | { readonly state: 'digest'; readonly off: boolean };

/** What a member without an account here does by a link of her own. */
export function byLinkPage(model: ByLinkModel): Html {
  const { shell, person, about } = model;
  const say = sayIn(shell);
  const { community = say.text(BY_LINK.yourLetters), title = say.text(BY_LINK.weekly) } = model;
  const lead = say(BY_LINK.lead, { person: html`<span class="handle">${person}</span>` });
  return page(
    { shell, title: `${title} · ${community}`, speaks: say.language, alone: true },
    html`${heading({ kind: community, title, lead })}
${maybe(about, (it) => what(it, say))}
${does(model.does, model.path, say)}`,
  );
}

function what({ sentence, text, reasons }: NonNullable<ByLinkModel['about']>, say: Say): Html {
  return html`<section><h2>${say(BY_LINK.about)}</h2>${maybe(text, (words) => html`<blockquote>${paragraphs(words)}</blockquote>`)}<p>${told(sentence, say)}</p>${reasons === '' ? nothing : html`<h3>${say(BY_LINK.why)}</h3>${paragraphs(reasons)}`}</section>`;
}

function does(model: Does, path: string, say: Say): Part {
  switch (model.state) {
    case 'over':
      return html`<p class="note">${say(BY_LINK.over)}</p>`;
    case 'nothing':
      return html`<p class="note">${told(model.says, say)}</p>`;
    case 'second':
      return second(model, path, say);
    case 'vote':
      return ballot(model.ballot, path, say);
    case 'paper':
      return html`<p>${say(BY_LINK.nobodyLearns)} ${told(model.sealedTo, say)}</p>${secretForms({ path: model.vote, codePath: `${path}/code`, origin: model.origin }, model.stage, say)}`;
    case 'ballot':
      return ownBallot(model, path, say);
    case 'stand':
      return html`${standing(model.standing, path, say)}${nominees(model.standing, say)}`;
    case 'petition':
      return petition(model, path, say);
    case 'challenge':
      return challenge({ ...model.challenge, path }, say);
    case 'minority':
      return html`${result(model.result, say)}${minority({ ...model.minority, path }, say)}`;
    case 'jury':
      return jury(model, path, say);
    case 'digest':
      return digest(model.off, path, say);
  }
}

function ownBallot(model: Extract<Does, { readonly state: 'ballot' }>, path: string, say: Say): Part {
  const { choice, castAt, leaf, confirmed, disowned, until, open } = model;
  const said = { choice: html`<b>${choiceWords(choice, say)}</b>`, time: time(castAt, say.language) };
  const cast = html`<p>${say(BY_LINK.cast, said)}</p>`;
  if (disowned) {
    const next = say(open ? BY_LINK.voteAnew : BY_LINK.membersSee);
    return html`<section class="note"><h2>${say(BY_LINK.saidNotYours)}</h2>${cast}<p>${next}</p></section>`;
  }
  const own = confirmed
    ? html`<p>${say(BY_LINK.saidYours)}</p>`
    : html`<form method="post" action="${href(`${path}/own`)}"><input type="hidden" name="leaf" value="${leaf}">${act(say.text(BY_LINK.votedSo))}</form>`;
  return html`<section><h2>${say(BY_LINK.yours)}</h2>${cast}${own}<form class="leave" method="post" action="${href(`${path}/not-own`)}"><input type="hidden" name="leaf" value="${leaf}"><button class="plain" type="submit">${say(BY_LINK.notVotedSo)}</button></form><p class="who-sees">${say(BY_LINK.confirmUntil, { time: time(until, say.language) })}</p></section>`;
}

function second({ have, need, until, why }: Signing, path: string, say: Say): Part {
  return html`<section><h2>${say(BY_LINK.discuss)}</h2><p>${say(BY_LINK.seconds, { have, need, time: time(until, say.language) })}</p>${
    why === undefined
      ? html`<form method="post" action="${href(`${path}/second`)}">${act(say.text(BY_LINK.second))}<p class="who-sees">${say(BY_LINK.secondMeans)}</p></form>`
      : html`<p>${told(why, say)}</p>`
  }</section>`;
}

function petition({ have, need, until, why }: Signing, path: string, say: Say): Part {
  return html`<section><h2>${say(BY_LINK.callVote)}</h2><p>${say(BY_LINK.signatures, { have, need, time: time(until, say.language) })}</p>${
    why === undefined
      ? html`<form method="post" action="${href(`${path}/sign`)}">${act(say.text(BY_LINK.sign))}<p class="who-sees">${say(BY_LINK.signMeans)}</p></form>`
      : html`<p>${told(why, say)}</p>`
  }</section>`;
}

function jury(model: Extract<Does, { readonly state: 'jury' }>, path: string, say: Say): Part {
  const { duty, seed, brief, options, talking } = model;
  // Who deliberates reads and speaks on this very page.
  const own = duty?.state === 'deliberate' ? undefined : duty;
  const parts = html`${maybe(brief, (one) => toldBlock(jurorsBrief(one), say))}${maybe(own, (one) => dutySection(one, path, say))}${maybe(seed, (part) => seedSection(part, path, say))}`;
  return html`${parts}
${said(model, say)}
${maybe(talking, (until) => speaking(until, path, say))}
<section><h2>${say(BY_LINK.juryCan)}</h2><ol>${options.map(({ words: option, need }) => html`<li>${told(option, say)}${need > 0 ? html` <small>${say(BY_LINK.takesVotes, { need })}</small>` : nothing}</li>`)}</ol></section>`;
}

function said({ words }: Extract<Does, { readonly state: 'jury' }>, say: Say): Part {
  if (words.length === 0) return nothing;
  return html`<section><h2>${say(BY_LINK.said)}</h2>${words.map(({ from, text, at }) => html`<article><p class="by"><b>${told(from, say)}</b>, ${time(at, say.language)}</p>${paragraphs(text)}</article>`)}</section>`;
}

function speaking(until: Date, path: string, say: Say): Html {
  const hint = say(BY_LINK.juryTalks, { time: time(until, say.language) });
  return html`<form method="post" action="${href(`${path}/deliberation`)}">${field({ form: EMPTY_FORM, name: 'text', label: say(BY_LINK.whatDoYouThink), hint, rows: 6, max: 5000, say })}${act(say.text(BY_LINK.sayIt))}</form>`;
}

function digest(off: boolean, path: string, say: Say): Part {
  const button = off
    ? act(say.text(BY_LINK.sendAgain), { name: 'letter', value: 'on' })
    : act(say.text(BY_LINK.stop), { name: 'letter', value: 'off' });
  return html`<section><h2>${say(BY_LINK.weekly)}</h2><p>${say(off ? BY_LINK.noWeekly : BY_LINK.weeklyOn)}</p><form method="post" action="${href(`${path}/setting`)}">${button}</form></section>`;
}
