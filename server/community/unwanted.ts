import type { ActorIri, CommunityIri } from './ids.ts';

/** Whose posts somebody does not want to see in her lists. It is her own view of things: for others nothing changes. */
export interface Unwanted {
  /** People, and communities with everything that is posted into them. */
  readonly actors: readonly ActorIri[];
  /** Servers, with their port where they have one, in lower case: everybody there. */
  readonly hosts: readonly string[];
  /**
   * Who is shown whatever else is said: herself, and the communities she belongs to, whose own posts (votes, decisions)
   * concern her as long as she is a member.
   */
  readonly always: readonly ActorIri[];
}

/** Whether a post is left out of somebody's lists. The same is said to the database in `stores/unwanted.ts`. */
export function isUnwanted(
  { actors, hosts, always }: Unwanted,
  { author, community }: { readonly author: ActorIri; readonly community?: CommunityIri },
): boolean {
  if (always.includes(author)) return false;
  if (actors.includes(author) || (hosts.length > 0 && hosts.includes(hostOf(author)))) return true;
  return community !== undefined && actors.includes(community);
}

/** The server of an actor; empty for an id that is no address. */
export const hostOf = (iri: ActorIri): string => (URL.canParse(iri) ? new URL(iri).host : '');

/** A server as people write it, in one spelling (lower case, punycode); `null` for what is none. */
export function readHost(text: string): string | null {
  const bare = text.trim().replace(/^@/, '').toLowerCase();
  if (bare === '' || bare.length > 253 || /[/\\?#@\s]/.test(bare)) return null;
  const address = `https://${bare}`;
  const host = URL.canParse(address) ? new URL(address).host : '';
  return /^([a-z0-9.-]*[a-z0-9]|\[[0-9a-f:.]+\])(:\d+)?$/.test(host) ? host : null;
}
