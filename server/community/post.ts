import type { StatementOfReasons } from '../governance/events.ts';
import type { ActivityIri, ActorIri, CommunityIri, PostIri, ProposalId, RuleId } from './ids.ts';

/** Who may see a post. `direct` posts are for the actors in `to` alone. */
export type Audience = 'public' | 'direct';

/** Which version of which rule did something to a post. */
export interface RuleCited {
  readonly rule: RuleId;
  readonly version: number;
}

/** Where a post stands with its community. */
export type Standing =
  | { readonly state: 'visible' }
  /** Seen by its author only, until somebody looks at it or the time is over. */
  | { readonly state: 'held'; readonly cited: RuleCited; readonly until: Date };

/** A poll inside a post, as it is shown. */
export interface Poll {
  readonly options: readonly string[];
  readonly multiple: boolean;
  readonly closesAt?: Date;
  readonly closedAt?: Date;
  /** Votes per option, as the poll's own server claims them; absent while the count is closed. */
  readonly counts?: readonly number[];
  readonly voters?: number;
  /** The proposal this poll is about, when it is one of a community here. */
  readonly proposal?: ProposalId;
  /** What an answer does there: seconds the proposal, or is a ballot on it. */
  readonly asks?: 'second' | 'ballot';
}

/** Something somebody wrote: one document, here or mirrored from its own server. */
export interface Post {
  readonly iri: PostIri;
  /** The `Create` that brought it. */
  readonly activity: ActivityIri;
  readonly author: ActorIri;
  /** The community it was posted into; replies inherit their parent's. */
  readonly community?: CommunityIri;
  readonly inReplyTo?: PostIri;
  /** The first post of its thread; its own id for a first post. */
  readonly thread: PostIri;
  readonly title?: string;
  /** Sanitised HTML. */
  readonly html: string;
  /** What the author typed, for posts written here. */
  readonly source?: string;
  readonly audience: Audience;
  /** Addressed actors: for a direct post its readers, else the people mentioned. */
  readonly to: readonly ActorIri[];
  readonly home: 'here' | 'elsewhere';
  /** The author's claim; shown, but never used to decide. */
  readonly publishedAt: Date;
  /** When this server first had it: the time every rule goes by. */
  readonly receivedAt: Date;
  readonly editedAt?: Date;
  readonly deletedAt?: Date;
  readonly standing: Standing;
  readonly labels: readonly (RuleCited & { readonly label: string })[];
  readonly poll?: Poll;
  /** What rules did to it on arrival, with reasons, until the record has it. */
  readonly restrictions?: readonly StatementOfReasons[];
}
