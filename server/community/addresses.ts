import { createHash } from 'node:crypto';
import type { ActivityIri, ActorIri, CaseId, CommunityIri, JuryId, PersonIri, PostIri, ProposalId } from './ids.ts';
import { activityIri, communityIri, personIri, postIri } from './ids.ts';

/** Where everything of one server lives, built from its public origin (`https://north.example`). One place decides. */
export interface Addresses {
  readonly origin: string;
  /** Host with its port, where it has one: what stands after the `@`. */
  readonly host: string;
  person(name: string): PersonIri;
  community(name: string): CommunityIri;
  post(id: string): PostIri;
  /** The post under which a proposal is discussed, and can be seconded from elsewhere. */
  discussion(community: string, proposal: ProposalId): PostIri;
  /** The `Question` by which people elsewhere vote on a proposal. */
  ballot(community: string, proposal: ProposalId): PostIri;
  /** What somebody collected and published. */
  collection(id: string): string;
  /** A case as other servers may read it: its state, and no names. */
  case(community: string, id: CaseId): string;
  /** Where the leave to quote one post in another stands. */
  stamp(quoting: PostIri, quoted: PostIri): string;
  /** An activity's id that follows from what it is about, so that doing it twice makes the same activity. */
  activity(kind: string, ...about: readonly string[]): ActivityIri;
  inbox(actor: ActorIri): string;
  readonly sharedInbox: string;
  followers(actor: ActorIri): string;
  outbox(actor: ActorIri): string;
  /** The server itself, as an actor. */
  readonly server: ActorIri;
  /** Whether an id is one of this server's: the same origin by parsing, never by prefix (ORI-18). */
  isHere(iri: string): boolean;
  readonly page: Pages;
}

/** The web pages' addresses, without the origin. */
export interface Pages {
  community(handle: string): string;
  thread(handle: string, root: PostIri): string;
  /** A learning session, by the post that opened it. */
  session(handle: string, root: PostIri): string;
  proposals(handle: string): string;
  proposal(handle: string, id: ProposalId): string;
  rules(handle: string): string;
  jury(handle: string, id: JuryId): string;
  record(handle: string): string;
  cases(handle: string): string;
  case(handle: string, id: CaseId): string;
  /** Reporting a post by its key, or somebody by her handle: the query says which. */
  report(handle: string): string;
  /** A report, for whoever made it. */
  ownReport(id: string): string;
  /** By a signed link. */
  appeal(token: string): string;
  /** What one member does by a signed link of her own. */
  act(token: string): string;
  person(handle: string): string;
  /** What somebody here published of what she collected. */
  collection(username: string, id: string): string;
}

/** A short, stable key for a post from anywhere, for use in page addresses: 96 bits of its id's SHA-256. */
export function postKey(iri: PostIri): string {
  return createHash('sha256').update(iri).digest('base64url').slice(0, 16);
}

export const pages: Pages = {
  community: (handle) => `/communities/${handle}`,
  thread: (handle, root) => `/communities/${handle}/threads/${postKey(root)}`,
  session: (handle, root) => `/communities/${handle}/sessions/${postKey(root)}`,
  proposals: (handle) => `/communities/${handle}/proposals`,
  proposal: (handle, id) => `/communities/${handle}/proposals/${id}`,
  rules: (handle) => `/communities/${handle}/rules`,
  jury: (handle, id) => `/communities/${handle}/juries/${id}`,
  record: (handle) => `/communities/${handle}/record`,
  cases: (handle) => `/communities/${handle}/cases`,
  case: (handle, id) => `/communities/${handle}/cases/${id}`,
  report: (handle) => `/communities/${handle}/report`,
  ownReport: (id) => `/reports/${id}`,
  appeal: (token) => `/appeals/${token}`,
  act: (token) => `/act/${token}`,
  person: (handle) => `/people/${handle}`,
  collection: (username, id) => `/people/${username}/collections/${id}`,
};

/** @param origin the server's public origin, already checked: scheme, host and port only. */
export function createAddresses(origin: string): Addresses {
  const { host } = new URL(origin);
  const actor = (name: string): string => `${origin}/actors/${name}`;
  const digest = (about: readonly string[]): string =>
    createHash('sha256').update(about.join('\n')).digest('base64url').slice(0, 27);
  return {
    origin,
    host,
    person: (name) => personIri(actor(name)),
    community: (name) => communityIri(actor(name)),
    post: (id) => postIri(`${origin}/posts/${id}`),
    discussion: (name, proposal) => postIri(`${origin}/posts/proposal-${name}-${proposal}`),
    ballot: (name, proposal) => postIri(`${origin}/posts/ballot-${name}-${proposal}`),
    collection: (id) => `${origin}/collections/${id}`,
    case: (name, id) => `${origin}/cases/${name}-${id}`,
    stamp: (quoting, quoted) => `${origin}/stamps/${digest([quoting, quoted])}`,
    activity: (kind, ...about) => activityIri(`${origin}/activities/${kind}-${digest(about)}`),
    inbox: (iri) => `${iri}/inbox`,
    sharedInbox: `${origin}/inbox`,
    followers: (iri) => `${iri}/followers`,
    outbox: (iri) => `${iri}/outbox`,
    server: actor('server.actor') as ActorIri,
    isHere: (iri) => originOf(iri) === origin,
    page: pages,
  };
}

function originOf(iri: string): string | null {
  try {
    const url = new URL(iri);
    return url.username || url.password ? null : url.origin;
  } catch {
    return null;
  }
}
