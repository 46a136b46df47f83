import type { Digest, JuryId, PersonIri } from '../../community/ids.ts';
import type { RuleCited } from '../../community/post.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { type Said, said } from '../../community/said.ts';
import { plainWords } from '../plain-words.ts';
import type { Level } from './ladder.ts';
import { isLevel } from './ladder.ts';

/** Who decided: one moderator or two, or a jury. No program ever does (P10). */
export type DecidedBy =
  | { readonly by: 'moderators'; readonly members: readonly PersonIri[] }
  | { readonly by: 'jury'; readonly jury: JuryId };

/** What was decided in a case, and on what it rests (governance.md §3.1; fields of the EU's DSA, Art. 17). */
export interface Decision {
  /** `null`: the case is dismissed. */
  readonly level: Level | null;
  /** When the measure ends by itself, where it does. */
  readonly until?: Date;
  readonly cited: RuleCited;
  /** The law that is broken as well, where somebody said so: such a measure is not stayed by waiting. */
  readonly law?: string;
  /** SHA-256 of each thing it is about, as it was received. */
  readonly evidence: readonly Digest[];
  /** What was found, in sentences. */
  readonly facts: string;
  readonly decidedBy: DecidedBy;
  /** Whether a program found the act, and whether one decided about it. */
  readonly automation: { readonly detection: boolean; readonly decision: false };
  /** Until when it can be appealed. */
  readonly redress: { readonly appealUntil: Date };
}

/** What is found in a case is told in so many characters. */
export const LONGEST_FACTS = 5000;

/**
 * Makes a decision, if nothing is missing that it has to have: the rule and its version, the evidence, the facts, who
 * decided, whether programs took part, and the way to an appeal. The refusal names what is missing.
 */
export function makeDecision(draft: Partial<Decision>): Result<Decision, 'incomplete-decision'> {
  const { level, cited, evidence, decidedBy, automation, redress } = draft;
  const facts = plainWords(draft.facts ?? '', LONGEST_FACTS);
  if (level !== null && !isLevel(level)) return missing(said`which measure it is, from 0 to 5`);
  if (cited === undefined || !/^R-\d+$/.test(cited.rule)) return missing(said`the rule that it goes by`);
  if (!Number.isInteger(cited.version) || cited.version < 1) return missing(said`the version of the rule`);
  if (!evidence?.length || !evidence.every((hash) => /^[0-9a-f]{64}$/.test(hash))) return missing(said`the evidence`);
  if (facts === '') return missing(said`the facts: say what was found`);
  if (decidedBy === undefined || (decidedBy.by === 'moderators' && decidedBy.members.length === 0)) {
    return missing(said`who decided`);
  }
  if (automation?.decision !== false) return missing(said`whether a program took part`);
  if (redress?.appealUntil === undefined) return missing(said`the way to an appeal`);
  const { law, until } = draft;
  const optional = { ...(law === undefined ? {} : { law }), ...(until === undefined ? {} : { until }) };
  return accepted({ level, cited, evidence, facts, decidedBy, automation, redress, ...optional });
}

const missing = (what: Said) => refused('incomplete-decision', said`This decision is not complete. It needs ${what}.`);
