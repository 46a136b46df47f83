import type { Message } from '../words/language.ts';
import { DECIDING, PHASES } from '../words/phases.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { LAPSED } from '../words/timeline.ts';
import { inWords } from './time.ts';

/** The states of a proposal (governance.md §3.1), by the same names as the decisions use. */
export type PhaseName =
  | 'nomination'
  | 'seconding'
  | 'discussion'
  | 'frozen'
  | 'voting'
  | 'counting'
  | 'timelock'
  /** In its timelock, while a jury looks at the procedure. */
  | 'reviewed'
  | 'in-force'
  | 'rejected'
  | 'lapsed'
  | 'withdrawn'
  | 'voided';

export interface Phase {
  readonly state: PhaseName;
  /** When it ends by itself. */
  readonly until?: Date;
  /** When it began or ended, where it lasts. */
  readonly at?: Date;
  /** Why it lapsed. */
  readonly lapsed?: keyof typeof LAPSED;
  /** Why it is void, in a sentence of its record. */
  readonly why?: string;
}

export type Stage = 'seconding' | 'discussion' | 'freeze' | 'voting' | 'pause' | 'in-force';

/** The stages in their order. */
export const STAGES: readonly Stage[] = ['seconding', 'discussion', 'freeze', 'voting', 'pause', 'in-force'];

const AT: Readonly<Record<PhaseName, Stage | null>> = {
  nomination: 'seconding',
  seconding: 'seconding',
  discussion: 'discussion',
  frozen: 'freeze',
  voting: 'voting',
  counting: 'voting',
  timelock: 'pause',
  reviewed: 'pause',
  'in-force': 'in-force',
  rejected: null,
  lapsed: null,
  withdrawn: null,
  voided: null,
};

/** The stage a state belongs to; null for a proposal that ended without coming into force. */
export const stageOf = (state: PhaseName): Stage | null => AT[state];

/** Where it stands, until or since when, and why: one sentence without its full stop. What `why` says stays as it is. */
export function phaseSentence({ state, until, at, lapsed, ...rest }: Phase, say: Say = speaker('en')): string {
  const why = lapsed === undefined ? rest.why : say.text(LAPSED[lapsed]);
  const phase = say.text(PHASES[state]);
  const since = stageOf(state) === null ? DECIDING.on : DECIDING.since;
  const inTime = (how: Message, when: Date): string => say.text(how, { phase, time: inWords(when, say.language) });
  const sentence = until ? inTime(DECIDING.until, until) : at ? inTime(since, at) : phase;
  return `${sentence}${why ? `. ${why.replace(/\.$/, '')}` : ''}`;
}
