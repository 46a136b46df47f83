import type { ProposalId, RuleId } from '../../community/ids.ts';

/**
 * The rule language (governance.md §3.3): conditions on a post, on its author's standing and on reports about it;
 * effects that label, hold, hide or limit; and how far people may go. A closed vocabulary without loops, I/O or a
 * clock; three-valued: what is not known, or goes wrong, has no effect.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly eq: readonly [Fact, string | number | boolean] }
  | { readonly gt: readonly [Fact, number] }
  | { readonly gte: readonly [Fact, number] }
  | { readonly lt: readonly [Fact, number] }
  | { readonly lte: readonly [Fact, number] }
  /** A list holds a word. */
  | { readonly has: readonly [Fact, string] }
  /** Something only a person can judge; never true by itself. */
  | { readonly human: string };

/** What an act is, as this server sees it. An edit is an act of its own, whatever is edited. */
export const ACT_TYPES = ['post', 'reply', 'poll', 'edit'] as const;
export type ActType = (typeof ACT_TYPES)[number];

/** Everything a condition may ask about, and the shape of the answer. What is absent is not known. */
export interface Facts {
  readonly 'act.type'?: ActType;
  /** Links in the text, mentions and tags not counted. */
  readonly 'post.links'?: number;
  readonly 'post.mentions'?: number;
  /** Characters of the text without its markup. */
  readonly 'post.length'?: number;
  readonly 'post.isReply'?: boolean;
  readonly 'post.origin'?: 'here' | 'elsewhere';
  /** Whether a picture, a video or another file belongs to it. */
  readonly 'post.hasMedia'?: boolean;
  /** Whether its author warns of it, or says that it is not for every eye. */
  readonly 'post.isSensitive'?: boolean;
  /** What its author's server says it is written in: `de` also for `de-CH`. */
  readonly 'post.language'?: string;
  /** Lower case, without the `#`. */
  readonly 'post.hashtags'?: readonly string[];
  readonly 'post.hashtagCount'?: number;
  readonly 'author.isMember'?: boolean;
  /** Whole days since the author joined; absent when she is no member. */
  readonly 'author.tenureDays'?: number;
  /** Posts by the author in this community in the 24 hours before this one. */
  readonly 'author.postsLastDay'?: number;
  /**
   * Whether somebody whom the post answers or mentions wrote to its author here before, or the thread is the author's
   * own. Absent where it answers and mentions nobody.
   */
  readonly 'rel.priorContact'?: boolean;
  /** Reports of this act from servers that members come from; they come after the act, so they are asked again. */
  readonly 'reports.count'?: number;
  /** The organisations that those reports come from. */
  readonly 'reports.distinctOrgs'?: number;
}
export type Fact = keyof Facts;
/** What a fact can be compared with. */
export type Value = string | number | boolean;

/** What a rule may do by itself: never anything to an account, and nothing that does not end (§3.3, P10). */
export type AutoEffect =
  /** When it arrives: only its author sees the post until a person has looked at it, or the hours are over. */
  | { readonly do: 'hold'; readonly hours: number }
  /** The same to a post that everybody has seen, because of reports about it; the hours begin with the hiding. */
  | { readonly do: 'hide'; readonly hours: number }
  | { readonly do: 'label'; readonly label: string }
  /** More than `posts` in `hours` are held until the window has passed. */
  | { readonly do: 'limit'; readonly posts: number; readonly hours: number };

/** How far people may go: `mute:7d`, `suspend:30d`; the others have no days (governance.md §3.4). */
export type HumanMeasure = 'education' | 'warning' | 'hide' | `mute:${number}d` | `suspend:${number}d` | 'removal';

/** `content` is about what a post is: people may at most hide it. `conduct` is about what somebody does. */
export type RuleKind = 'content' | 'conduct';

/** What is proposed: a rule before anybody adopted it. */
export interface RuleDraft {
  readonly title: string;
  /** The words people vote on, by language tag. */
  readonly text: Readonly<Record<string, string>>;
  /** The language whose words count when translations differ. */
  readonly authoritative: string;
  readonly when: Condition;
  /** What must be true besides for anything to happen without a person: reports from two organisations, say. */
  readonly autoWhen?: Condition;
  readonly effects: readonly AutoEffect[];
  /** Absent: `content`. */
  readonly kind?: RuleKind;
  /** Absent: for this community. `instance`: for every community of the server, decided in its home community. */
  readonly scope?: 'community' | 'instance';
  /** Rules of one family sanction one act once. Absent: a family of its own. */
  readonly family?: string;
  /** Absent: people may at most hide (`human.ts`). */
  readonly human?: { readonly max: HumanMeasure };
  /**
   * Whether it is also about what was posted before it: such posts are hidden seven days after their authors were told,
   * as long as the rule is in force (`existing.ts`). Absent: it leaves them alone.
   */
  readonly existing?: 'hide';
  /** Rules this one means to contradict. */
  readonly overrides: readonly RuleId[];
  /** Examples that travel with the rule and must hold before its text is frozen. */
  readonly fixtures: { readonly match: readonly Facts[]; readonly noMatch: readonly Facts[] };
}

/** One version of an adopted rule; in force from `activeFrom` until before `activeTo`. */
export interface Rule extends RuleDraft {
  readonly id: RuleId;
  readonly version: number;
  /** The decision; or the founder, provisionally. */
  readonly adoptedBy: ProposalId | 'founder';
  readonly activeFrom: Date;
  readonly activeTo?: Date;
  /** When it ends by itself unless renewed. */
  readonly sunsetAt: Date;
  /** When members last gave it another term. */
  readonly renewedAt?: Date;
}
