import type { Html, Part } from '../html.ts';
import { html, maybe } from '../html.ts';
import { HEALTH } from '../words/health.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { STAGE_IS, STAGE_NOTES, STAGES_NOW, STAGES_PAST, TIMELINE } from '../words/timeline.ts';
import { across } from './across.ts';
import type { Phase, Stage } from './phase.ts';
import { phaseSentence, STAGES, stageOf } from './phase.ts';
import { shortDay, time } from './time.ts';

/** Where a proposal stands, and when each stage began, as its community's record says. */
export interface Timeline {
  readonly phase: Phase;
  readonly began: Readonly<Partial<Record<Stage, Date>>>;
  /** Nobody proposed it: the charter called it, and people stand where it is an election. */
  readonly called?: 'election' | 'vote';
  /** What befell it besides: so many texts, an extension, a challenge. */
  readonly notes?: readonly Note[];
}

interface Note {
  readonly stage: Stage;
  readonly befell: keyof typeof STAGE_NOTES;
  readonly count?: number;
}

type How = 'past' | 'now' | 'ahead' | 'ended' | 'never';
interface Stop {
  readonly stage: Stage;
  /** As it is called here. */
  readonly name: string;
  readonly how: How;
  readonly began: Date | undefined;
  readonly ended: Date | undefined;
  /** What stands under its word in the picture. */
  readonly date: string;
  readonly notes: readonly string[];
}

/** Each stage with how it stands. What a proposal that ended never came to is `never`, not `ahead`. */
export function stops({ phase, began, called, notes = [] }: Timeline, say: Say = speaker('en')): readonly Stop[] {
  const now = stageOf(phase.state);
  const last = STAGES.findLastIndex((stage) => (now === null ? began[stage] !== undefined : stage === now));
  return STAGES.map((stage, at) => {
    const how = at < last ? 'past' : at > last ? (now === null ? 'never' : 'ahead') : now === null ? 'ended' : 'now';
    const next = STAGES.slice(at + 1).find((later) => began[later] !== undefined);
    const ended = how === 'ended' ? phase.at : next && began[next];
    const date = dateOf(stage, how, phase, began[stage], ended, say);
    const said = notes
      .filter((note) => note.stage === stage)
      .map(({ befell, count = 0 }) => say.text(STAGE_NOTES[befell], { count }));
    return { stage, name: say.text(word(stage, how, called)), how, began: began[stage], ended, date, notes: said };
  });
}

function dateOf(
  stage: Stage,
  how: How,
  { until }: Phase,
  began: Date | undefined,
  ended: Date | undefined,
  say: Say,
): string {
  if (how === 'now' && until) return say.text(TIMELINE.to, { day: shortDay(until, say.language) });
  // Each word names what was reached: discussed when the discussion ended, but frozen when the freeze began.
  const reached = how === 'now' || stage === 'freeze' ? began : ended;
  return reached ? shortDay(reached, say.language) : '';
}

const WIDTH = 600;
const LEFT = 40;
const STEP = 104;

/** The life of a proposal as a line with six stops, and as a table. */
export function timeline(model: Timeline, id: string, say: Say = speaker('en')): Html {
  const all = stops(model, say);
  const last = all.findLastIndex(({ how }) => how === 'past' || how === 'now' || how === 'ended');
  const sentence = phaseSentence(model.phase, say);
  const x = across(say, WIDTH);
  const place = (at: number): number => x(LEFT + at * STEP);
  return html`<figure class="timeline"><svg class="figure" viewBox="0 0 ${WIDTH} 84" role="img" aria-labelledby="${id}-title"><title id="${id}-title">${sentence}</title><line class="track" x1="${place(0)}" y1="20" x2="${place(5)}" y2="20"/><line class="full" x1="${place(0)}" y1="20" x2="${place(Math.max(0, last))}" y2="20"/>${all.map((one, at) => stop(one, place(at)))}</svg>
<ol class="stages">${all.map(({ name, how, date }) => html`<li class="${how}">${name} <small>${date}</small></li>`)}</ol>
<figcaption><b>${sentence}.</b>${all.flatMap(({ name, notes }) => notes.map((note) => html` ${capital(name)}: ${note}.`))}</figcaption>
<details><summary>${say(HEALTH.asTable)}</summary>${table(all, sentence, say)}</details></figure>`;
}

/** Six dots for a list: where it stands, with the sentence beside it in words. */
export function smallTimeline(model: Timeline, say: Say = speaker('en')): Html {
  const x = across(say, 92);
  const dots = stops(model, say).map(
    ({ how }, at) => html`<circle class="${how}" cx="${x(6 + at * 16)}" cy="7" r="${how === 'now' ? 5 : 3.5}"/>`,
  );
  return html`<svg class="dots" viewBox="0 0 92 14" width="92" height="14" aria-hidden="true" focusable="false"><line class="track" x1="6" y1="7" x2="86" y2="7"/>${dots}</svg>`;
}

function stop({ name, how, date, notes }: Stop, x: number): Part {
  // A ring around a stop: something befell it, told in the list and in the table.
  const ring = notes.length > 0 ? html`<circle class="ahead" cx="${x}" cy="20" r="14"/>` : '';
  return html`${ring}<circle class="${how}" cx="${x}" cy="20" r="${how === 'now' ? 10 : 7}"/><text class="${how === 'now' ? 'strong' : how}" x="${x}" y="52" text-anchor="middle">${name}</text><text x="${x}" y="72" text-anchor="middle">${date}</text>`;
}

/** Where nobody looks for seconders, something else comes first. */
function word(stage: Stage, how: How, called: Timeline['called']) {
  const words = how === 'past' ? STAGES_PAST : STAGES_NOW;
  return words[stage === 'seconding' && called !== undefined ? called : stage];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function table(all: readonly Stop[], sentence: string, say: Say): Html {
  const heads = [TIMELINE.stage, TIMELINE.howItStands, TIMELINE.began, TIMELINE.ended];
  const timeOf = (at: Date | undefined): Part => maybe(at, (when) => time(when, say.language));
  return html`<table><caption class="heard">${sentence}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${say(head)}</th>`)}</tr></thead><tbody>${all.map(({ name, how, began, ended, notes }) => html`<tr><th scope="row">${name}</th><td>${[say.text(STAGE_IS[how]), ...notes].join(say.language === 'ar' ? '؛ ' : '; ')}</td><td>${timeOf(began)}</td><td>${timeOf(ended)}</td></tr>`)}</tbody></table>`;
}
