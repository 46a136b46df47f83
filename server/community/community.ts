import type { Intent } from '../governance/intent.ts';
import type { ActorIri, CommunityIri, PersonIri } from './ids.ts';

/** A community: a `Group` on the fediverse, founded here or known from another server. */
export interface Community {
  readonly iri: CommunityIri;
  /** The name before the `@`; people and communities share one name space. */
  readonly name: string;
  readonly host: string;
  readonly title: string;
  /** What it is for, one or two sentences of plain text. */
  readonly purpose: string;
  readonly home: 'here' | 'elsewhere';
  readonly founder?: PersonIri;
  readonly foundedAt: Date;
  readonly inbox: string;
  readonly sharedInbox?: string;
  readonly followers?: string;
  /** What is written in it is for its members alone; absent: for everybody. */
  readonly membersOnly?: boolean;
  /** Here: the community whose charter and rules it began with. */
  readonly forkedFrom?: CommunityIri;
  /** Here: what its founder said it sets out to change; what holds now, its state says. */
  readonly intent?: Intent;
  /** How one becomes a member: at once, when a member lets one in, or when one invited. Absent: `open`. */
  readonly admission?: Admission;
  /** Collections of a community elsewhere, as it names them: who moderates there, and what is pinned. */
  readonly moderators?: string;
  readonly featured?: string;
  /** Where it has moved to; nobody joins it or writes in it any more. */
  readonly movedTo?: CommunityIri;
  /** Other addresses of the same community (ActivityPub extension `alsoKnownAs`); a move is believed by them only. */
  readonly alsoKnownAs?: readonly ActorIri[];
}

/** Where one becomes a member by invitation, a member's invitation is her letting somebody in. */
export type Admission = 'open' | 'request' | 'invitation';

/** Names are lower-case letters, digits, `_`, 2 to 30 long, starting with a letter: safe in a handle on every server. */
export const NAME_PATTERN = /^[a-z][a-z0-9_]{1,29}$/;

/** Names that could be mistaken for the server speaking. */
const RESERVED = new Set([
  'admin',
  'administrator',
  'moderator',
  'operator',
  'root',
  'server',
  'system',
  'support',
  'help',
  'security',
  'folkmoot',
  'everyone',
  'all',
  'here',
  'inbox',
  'outbox',
]);

/** Whether a person or a community of this server may be called so, unless somebody else is. */
export const isPossibleName = (name: string): boolean => NAME_PATTERN.test(name) && !RESERVED.has(name);
