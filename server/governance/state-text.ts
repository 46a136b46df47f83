import type { Digest } from '../community/ids.ts';
import { canonicalText, sha256 } from '../record/canonical.ts';
import { reviveDates } from '../record/revive.ts';
import type { Phase, Proposal } from './proposal.ts';
import type { Rule } from './rules/rule.ts';
import type { CommunityState, Member } from './state.ts';

/**
 * A state as text, to be kept beside the record. The order of its collections is the order in which the record
 * filled them, so a state and its replay write the same text.
 */
export function encodeState(state: CommunityState): string {
  return canonicalText({
    ...state,
    members: [...state.members.values()],
    proposals: [...state.proposals.values()],
    rules: [...state.rules.values()],
    holds: [...state.holds].map(([post, hold]) => ({ post, ...hold })),
    dealtWith: [...state.dealtWith],
  });
}

/** SHA-256 of a state's text: two states are the same exactly when this is. */
export function stateHash(state: CommunityState): Digest {
  return sha256(encodeState(state));
}

type Hold =
  CommunityState['holds'] extends ReadonlyMap<infer Post, infer Held> ? Held & { readonly post: Post } : never;
type Kept = Omit<CommunityState, 'members' | 'proposals' | 'rules' | 'holds' | 'dealtWith'> & {
  readonly members: readonly Member[];
  readonly proposals: readonly Proposal[];
  readonly rules: readonly (readonly Rule[])[];
  readonly holds: readonly Hold[];
  readonly dealtWith: readonly string[];
};

const DATES = [
  'at',
  'provisionalUntil',
  'members.*.joinedAt',
  'members.*.leftAt',
  'members.*.lastActAt',
  'proposals.*.submittedAt',
  'proposals.*.votingOpenedAt',
  'proposals.*.votingEndedAt',
  'rules.*.*.activeFrom',
  'rules.*.*.activeTo',
  'rules.*.*.sunsetAt',
  'holds.*.until',
  // A phase has some of these, by its state.
  ...(['until', 'endedAt', 'since', 'at', 'refileFrom'] satisfies PhaseDate[]).map(
    (name) => `proposals.*.phase.${name}`,
  ),
];
type PhaseDate = Phase extends infer One ? (One extends Phase ? DateKey<One> : never) : never;
type DateKey<One> = { [Name in keyof One]-?: NonNullable<One[Name]> extends Date ? Name : never }[keyof One];

/** Reads a state's text back. Throws when it is none: then the state is to be made from the record again. */
export function decodeState(text: string): CommunityState {
  const kept = reviveDates(JSON.parse(text), DATES) as Kept;
  return {
    ...kept,
    members: new Map(kept.members.map((member) => [member.member, member])),
    proposals: new Map(kept.proposals.map((proposal) => [proposal.id, proposal])),
    rules: new Map(kept.rules.flatMap((versions) => (versions[0] === undefined ? [] : [[versions[0].id, versions]]))),
    holds: new Map(kept.holds.map(({ post, ...hold }) => [post, hold])),
    dealtWith: new Set(kept.dealtWith),
  };
}
