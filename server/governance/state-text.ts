import type { Digest } from '../community/ids.ts';
import { canonicalText, sha256 } from '../record/canonical.ts';
import { reviveDates } from '../record/revive.ts';
import type { Phase, Proposal } from './proposal.ts';
import type { Rule } from './rules/rule.ts';
import type { ServerLimit } from './servers.ts';
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
    servers: [...state.servers].map(([server, limit]) => ({ server, ...limit })),
    links: [...state.links].map(([community, link]) => ({ community, ...link })),
  });
}

/** SHA-256 of a state's text: two states are the same exactly when this is. */
export function stateHash(state: CommunityState): Digest {
  return sha256(encodeState(state));
}

type Hold =
  CommunityState['holds'] extends ReadonlyMap<infer Post, infer Held> ? Held & { readonly post: Post } : never;
type Link =
  CommunityState['links'] extends ReadonlyMap<infer Other, infer Linked>
    ? Linked & { readonly community: Other }
    : never;
type Collections = 'members' | 'proposals' | 'rules' | 'holds' | 'dealtWith' | 'servers' | 'links';
type Kept = Omit<CommunityState, Collections> & {
  readonly members: readonly Member[];
  readonly proposals: readonly Proposal[];
  readonly rules: readonly (readonly Rule[])[];
  readonly holds: readonly Hold[];
  readonly dealtWith: readonly string[];
  readonly servers: readonly (ServerLimit & { readonly server: string })[];
  readonly links: readonly Link[];
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
  'servers.*.since',
  'servers.*.relationsEndedAt',
  'links.*.since',
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
    servers: new Map(kept.servers.map(({ server, ...limit }) => [server, limit])),
    links: new Map(kept.links.map(({ community, ...link }) => [community, link])),
  };
}
