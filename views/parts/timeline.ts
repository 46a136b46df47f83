import type { Html, Part } from '../html.ts';
import { html, maybe } from '../html.ts';
import type { Phase, Stage } from './phase.ts';
import { phaseSentence, STAGES, stageOf } from './phase.ts';
import { shortDay, time } from './time.ts';

/** Where a proposal stands, and when each stage began, as its community's record says. */
export interface Timeline {
  readonly phase: Phase;
  readonly began: Readonly<Partial<Record<Stage, Date>>>;
  /** Nobody proposed it: the charter called it, and people stand where it is an election. */
  readonly called?: 'election' | 'vote';
  /** What befell it besides: more texts, an extension, a challenge; a few words each. */
  readonly notes?: readonly { readonly stage: Stage; readonly text: string }[];
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
export function stops({ phase, began, called, notes = [] }: Timeline): readonly Stop[] {
  const now = stageOf(phase.state);
  const last = STAGES.findLastIndex(({ stage }) => (now === null ? began[stage] !== undefined : stage === now));
  return STAGES.map(({ stage }, at) => {
    const how = at < last ? 'past' : at > last ? (now === null ? 'never' : 'ahead') : now === null ? 'ended' : 'now';
    const next = STAGES.slice(at + 1).find((later) => began[later.stage] !== undefined);
    const ended = how === 'ended' ? phase.at : next && began[next.stage];
    const date = dateOf(stage, how, phase, began[stage], ended);
    const said = notes.filter((note) => note.stage === stage).map(({ text }) => text);
    return { stage, name: word(stage, how, called), how, began: began[stage], ended, date, notes: said };
  });
}

function dateOf(stage: Stage, how: How, { until }: Phase, began: Date | undefined, ended: Date | undefined): string {
  if (how === 'now' && until) return `to ${shortDay(until)}`;
  // Each word names what was reached: discussed when the discussion ended, but frozen when the freeze began.
  const reached = how === 'now' || stage === 'freeze' ? began : ended;
  return reached ? shortDay(reached) : '';
}

const LEFT = 40;
const STEP = 104;
const place = (at: number): number => LEFT + at * STEP;

/** The life of a proposal as a line with six stops, and as a table. */
export function timeline(model: Timeline, id: string): Html {
  const all = stops(model);
  const last = all.findLastIndex(({ how }) => how === 'past' || how === 'now' || how === 'ended');
  return html`<figure class="timeline"><svg class="figure" viewBox="0 0 600 84" role="img" aria-labelledby="${id}-title"><title id="${id}-title">${phaseSentence(model.phase)}</title><line class="track" x1="${place(0)}" y1="20" x2="${place(5)}" y2="20"/><line class="full" x1="${place(0)}" y1="20" x2="${place(Math.max(0, last))}" y2="20"/>${all.map(stop)}</svg>
<ol class="stages">${all.map(({ name, how, date }) => html`<li class="${how}">${name} <small>${date}</small></li>`)}</ol>
<figcaption><b>${phaseSentence(model.phase)}.</b>${all.flatMap(({ name, notes }) => notes.map((note) => html` ${capital(name)}: ${note}.`))}</figcaption>
<details><summary>The same as a table</summary>${table(all, model.phase)}</details></figure>`;
}

/** Six dots for a list: where it stands, with the sentence beside it in words. */
export function smallTimeline(model: Timeline): Html {
  const dots = stops(model).map(
    ({ how }, at) => html`<circle class="${how}" cx="${6 + at * 16}" cy="7" r="${how === 'now' ? 5 : 3.5}"/>`,
  );
  return html`<svg class="dots" viewBox="0 0 92 14" width="92" height="14" aria-hidden="true" focusable="false"><line class="track" x1="6" y1="7" x2="86" y2="7"/>${dots}</svg>`;
}

function stop({ name, how, date, notes }: Stop, at: number): Part {
  const x = place(at);
  // A ring around a stop: something befell it, told in the list and in the table.
  const ring = notes.length > 0 ? html`<circle class="ahead" cx="${x}" cy="20" r="14"/>` : '';
  return html`${ring}<circle class="${how}" cx="${x}" cy="20" r="${how === 'now' ? 10 : 7}"/><text class="${how === 'now' ? 'strong' : how}" x="${x}" y="52" text-anchor="middle">${name}</text><text x="${x}" y="72" text-anchor="middle">${date}</text>`;
}

/** What comes first where nobody looks for seconders. */
const CALLED = {
  election: { now: 'people stand', past: 'people stood' },
  vote: { now: 'called', past: 'called' },
} as const;

const word = (stage: Stage, how: How, called: Timeline['called']): string => {
  const words =
    stage === 'seconding' && called !== undefined ? CALLED[called] : STAGES.find((one) => one.stage === stage);
  if (!words) return stage;
  return how === 'past' ? words.past : words.now;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const HOW_IN_WORDS: Readonly<Record<How, string>> = {
  past: 'done',
  now: 'now',
  ahead: 'still to come',
  ended: 'ended here',
  never: 'not reached',
};

function table(all: readonly Stop[], phase: Phase): Html {
  return html`<table><caption class="heard">${phaseSentence(phase)}</caption><thead><tr><th scope="col">Stage</th><th scope="col">How it stands</th><th scope="col">Began</th><th scope="col">Ended</th></tr></thead><tbody>${all.map(({ name, how, began, ended, notes }) => html`<tr><th scope="row">${name}</th><td>${[HOW_IN_WORDS[how], ...notes].join('; ')}</td><td>${maybe(began, time)}</td><td>${maybe(ended, time)}</td></tr>`)}</tbody></table>`;
}
