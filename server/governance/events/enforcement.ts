import type { ActorIri, Digest, PersonIri, PostIri, RuleId } from '../../community/ids.ts';
import type { RuleCited } from '../../community/post.ts';
import type { AutoEffect } from '../rules/rule.ts';
import type { PostPlace } from '../rules/state.ts';
import type { DatesOf, TextsOf } from './dates-of.ts';

/** What rules did to posts by themselves. */
export type EnforcementEvent =
  | { readonly kind: 'post-held'; readonly statement: StatementOfReasons; readonly until: Date }
  | {
      readonly kind: 'hold-ended';
      readonly post: PostIri;
      readonly how: 'time-over' | 'released';
      readonly by?: PersonIri;
      /** In which capacity; absent: as the founder, while her acts are provisional. */
      readonly as?: 'moderator';
    }
  /** Authors are told of posts from before a rule that it will hide: those between two places. */
  | {
      readonly kind: 'existing-announced';
      readonly rule: RuleId;
      readonly version: number;
      /** Posts after this one were looked at; absent: from the first one on. */
      readonly from?: PostPlace;
      /** Up to this one; absent: up to the rule's beginning, so that all have been announced. */
      readonly upTo?: PostPlace;
      /** Posts that it would hide as they stood. */
      readonly posts: number;
      /** When they are hidden. */
      readonly hideAt: Date;
    }
  /** Posts from before a rule were hidden, each for its own reasons; nobody is sanctioned. */
  | {
      readonly kind: 'existing-hidden';
      readonly rule: RuleId;
      readonly version: number;
      readonly family?: string;
      readonly upTo?: PostPlace;
      readonly posts: readonly HiddenPost[];
      /** When they are shown again at the latest, unless the rule is renewed. */
      readonly until: Date;
    }
  /** They are shown again, because the rule no longer says so; with none, what was still to be hidden is not. */
  | {
      readonly kind: 'existing-shown';
      readonly rule: RuleId;
      readonly version: number;
      readonly posts: readonly PostIri[];
    }
  | { readonly kind: 'post-labelled'; readonly statement: StatementOfReasons; readonly label: string };

/** Where they hold dates (`encoding.ts`). */
export const ENFORCEMENT_DATES = {
  'post-held': ['until', 'statement.actAt', 'statement.since'],
  'existing-announced': ['from.at', 'upTo.at', 'hideAt'],
  'existing-hidden': ['upTo.at', 'posts.*.actAt', 'until'],
  'existing-shown': [],
  'hold-ended': [],
  'post-labelled': ['statement.actAt', 'statement.since'],
} as const satisfies DatesOf<EnforcementEvent>;

/** What of them can be erased. */
export const ENFORCEMENT_TEXTS = {
  'post-held': ['statement.facts'],
  'post-labelled': ['statement.facts'],
  'existing-hidden': ['posts.*.facts'],
} as const satisfies TextsOf<EnforcementEvent>;

/** Why somebody was restricted: the fields of Article 17 of the EU's Digital Services Act, as far as a post goes. */
export interface StatementOfReasons {
  readonly post: PostIri;
  readonly author: ActorIri;
  /** SHA-256 of the post as it was received. */
  readonly evidence: Digest;
  readonly cited: RuleCited;
  /** The family of the rule, where it has one: of one family, one sanction falls on an act. */
  readonly family?: string;
  readonly effect: AutoEffect;
  /** When the act was done, as this server received it; the rule was in force then. */
  readonly actAt: Date;
  /** When it was imposed, where that was later than the act: because of reports. */
  readonly since?: Date;
  /** What was found, in a sentence. */
  readonly facts: string;
  readonly automated: true;
  readonly decidedBy: 'rule';
}

/** Why a post from before a rule is hidden: the rule and its version, and since when, stand with the entry. */
export interface HiddenPost {
  readonly post: PostIri;
  readonly author: ActorIri;
  /** SHA-256 of the post as it stood. */
  readonly evidence: Digest;
  /** When it was written or last changed, as this server received it. */
  readonly actAt: Date;
  /** What was found, in a sentence. */
  readonly facts: string;
}
