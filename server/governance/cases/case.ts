import type { ActorIri, CaseId, Digest, PersonIri, PostIri, RuleId, SanctionId } from '../../community/ids.ts';
import type { RuleCited } from '../../community/post.ts';
import type { Decision } from './decision.ts';
import type { Level } from './ladder.ts';

/** Something that somebody did. */
export interface Act {
  /** Absent: something other than a post; the evidence says what was reported. */
  readonly post?: PostIri;
  /** SHA-256 of it as it was received; an edit is another act. */
  readonly evidence: Digest;
  /** When it was done here, or first received. */
  readonly actAt: Date;
}

/** A question of whether somebody broke a rule, from the first report to the last word (governance.md §3.1). */
export interface Case {
  readonly id: CaseId;
  readonly respondent: ActorIri;
  readonly acts: readonly [Act, ...Act[]];
  /** The version in force when it was done. */
  readonly cited: RuleCited;
  /** The law that somebody says is broken too. */
  readonly law?: string;
  /** Whether somebody reported it, or a moderator came upon it. */
  readonly origin: 'notice' | 'own-initiative';
  /** How many reported it, and from how many organisations: never who. */
  readonly reports: number;
  readonly organisations: number;
  readonly openedAt: Date;
  readonly phase: CasePhase;
  /** What a first moderator proposes and a second one has to agree to. */
  readonly draft?: Draft;
  /** What a jury is asked to judge by. */
  readonly referral?: Referral;
  readonly decision?: Decision;
  readonly sanction?: SanctionId;
  /** A measure taken at once, before anything is decided; there is one in a case at most. */
  readonly interim?: SanctionId;
  /** What the moderators found who took it. */
  readonly interimFacts?: string;
  /** Her appeal against that measure, apart from what is decided later; there is one at most. */
  readonly interimAppeal?: Appeal;
  /** Who decided in earlier stages: they judge no appeal. */
  readonly decidedBefore: readonly PersonIri[];
  readonly appeal?: Appeal;
}

export type CasePhase =
  /** For the moderators to look at. */
  | { readonly state: 'open' }
  | { readonly state: 'jury'; readonly since: Date }
  | { readonly state: 'decided'; readonly appealUntil: Date }
  /** The respondent wants a jury in the moderators' place; what they decided is stayed. */
  | { readonly state: 'demanded'; readonly since: Date }
  | { readonly state: 'appealed'; readonly since: Date }
  | { readonly state: 'final'; readonly at: Date }
  /** Everybody who reported it took that back. */
  | { readonly state: 'withdrawn'; readonly at: Date };

export interface Draft {
  readonly level: Level;
  readonly days?: number;
  readonly facts: string;
  readonly by: PersonIri;
  readonly interim?: true;
}

export interface Referral {
  /** The most severe measure that this jury may take. */
  readonly max: Level;
  readonly facts: string;
  readonly why: 'referred' | 'not-decided' | 'demanded';
  /** Who asked for the jury; absent where time did. */
  readonly by?: ActorIri;
}

export interface Appeal {
  readonly filedAt: Date;
  /** What the respondent says, in her words. */
  readonly words: string;
  /** Without a verdict by then, the sanction is stayed. */
  readonly verdictBy: Date;
  readonly outcome?: ReviewOutcome;
}

export type ReviewOutcome = 'overturned' | 'modified' | 'upheld';

/** What may be judged once only: an act, under a rule whatever its version (one sanction per act and rule family). */
export const judgedKey = ({ post, evidence }: Act, rule: RuleId): string =>
  [post ?? 'conduct', evidence, rule].join(' ');

/** Whether two acts are the same thing to somebody who reports it: the same post, in whatever edition. */
export const isSameMatter = (one: Act, other: Act): boolean => one.post === other.post;

/** Nothing more can come of it. */
export const isOver = ({ phase }: Case): boolean => phase.state === 'final' || phase.state === 'withdrawn';
