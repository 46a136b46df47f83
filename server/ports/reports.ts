import type { ActorIri, CaseId, CommunityIri, PersonIri, PostIri, RuleId } from '../community/ids.ts';
import type { Act } from '../governance/cases/case.ts';

/**
 * Somebody says that somebody or something here should be looked at. Who said so stands in no field of it: for what
 * came from another server it is not kept at all, for people here it is sealed (`hidden`), and opened for clerks alone.
 */
export interface Report {
  /** Says nothing about who made it; a Flag's is the same however often it is sent. */
  readonly id: string;
  /** The host it came from: another server's, or this one's. */
  readonly from: string;
  readonly about: ActorIri;
  /** Posts of theirs that it names, as far as they are known here. */
  readonly posts: readonly PostIri[];
  /** What was said, as plain text; may be empty. */
  readonly text: string;
  readonly at: Date;
  /** Whose members are to judge it. */
  readonly community?: CommunityIri;
  /** What it is about, as it was then. */
  readonly acts?: readonly Act[];
  /** The rule that is said to be broken; absent until a clerk has found one. */
  readonly rule?: RuleId;
  readonly law?: string;
  readonly case?: CaseId;
  /** Absent: it stands. */
  readonly over?: 'withdrawn' | 'set-aside';
  /** Where another server is told what became of it. */
  readonly replyTo?: string;
}

/** What nobody but a clerk is told; of a `Flag`, besides, the server that sent it. */
export interface Hidden {
  readonly reporter?: PersonIri;
  /** The `Flag` that another server sent: goes back to that server alone, when it is resolved. */
  readonly flag?: ReportedFlag;
}

/** A `Flag` as it came: its id, the actor that signed it, and what it named. */
export interface ReportedFlag {
  readonly id: string;
  readonly actor: string;
  readonly objects: readonly string[];
}

/** What must still happen because of a report, in this order. */
export type ReportEffect = 'acknowledge' | 'reconsider' | 'open-case' | 'recount' | 'forward';

export interface Reports {
  add(report: Report, hidden: Hidden, pending: readonly ReportEffect[]): Promise<'added' | 'known'>;
  byId(id: string): Promise<Report | null>;
  /** Newest first. */
  about(actor: ActorIri, limit: number): Promise<readonly Report[]>;
  /** Those of a community that name no rule yet and stand, oldest first. */
  withoutRule(community: CommunityIri): Promise<readonly Report[]>;
  /** Those about somebody under a rule that stand, oldest first. */
  under(community: CommunityIri, about: ActorIri, rule: RuleId): Promise<readonly Report[]>;
  /** Those that became part of a case, oldest first. */
  inCase(community: CommunityIri, id: CaseId): Promise<readonly Report[]>;
  change(
    id: string,
    change: Partial<Pick<Report, 'rule' | 'case' | 'over' | 'acts'>>,
    pending: readonly ReportEffect[],
  ): Promise<void>;
  /** Opens what is sealed. Whoever asks makes sure that it goes no further than to a clerk. */
  hidden(id: string): Promise<Hidden>;
  /** Those that name a post, newest first, two hundred at the most: what rules count. */
  onPost(post: PostIri): Promise<readonly Pick<Report, 'from' | 'at'>[]>;
}
