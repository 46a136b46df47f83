import type { ProposalId, RuleId } from '../../community/ids.ts';

/**
 * The rule language (governance.md §3.3), the part of it that this server carries out: conditions on a post and
 * on its author's standing, effects that label, hold or limit. A closed vocabulary without loops, I/O or a clock;
 * three-valued: what is not known, or goes wrong, has no effect.
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
  /** Something only a person can judge; never true by itself. */
  | { readonly human: string };

/** Everything a condition may ask about, and the shape of the answer. */
export interface Facts {
  /** Links in the text, mentions and tags not counted. */
  readonly 'post.links'?: number;
  readonly 'post.mentions'?: number;
  /** Characters of the text without its markup. */
  readonly 'post.length'?: number;
  readonly 'post.isReply'?: boolean;
  readonly 'post.origin'?: 'here' | 'elsewhere';
  readonly 'author.isMember'?: boolean;
  /** Whole days since the author joined; absent when she is no member. */
  readonly 'author.tenureDays'?: number;
  /** Posts by the author in this community in the 24 hours before this one. */
  readonly 'author.postsLastDay'?: number;
}
export type Fact = keyof Facts;

/** What a rule may do by itself: never anything to an account, and nothing that does not end (§3.3, P10). */
export type AutoEffect =
  /** Only its author sees the post until a person has looked at it, or the hours are over. */
  | { readonly do: 'hold'; readonly hours: number }
  | { readonly do: 'label'; readonly label: string }
  /** More than `posts` in `hours` are held until the window has passed. */
  | { readonly do: 'limit'; readonly posts: number; readonly hours: number };

/** What is proposed: a rule before anybody adopted it. */
export interface RuleDraft {
  readonly title: string;
  /** The words people vote on, by language tag. */
  readonly text: Readonly<Record<string, string>>;
  /** The language whose words count when translations differ. */
  readonly authoritative: string;
  readonly when: Condition;
  readonly effects: readonly AutoEffect[];
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
