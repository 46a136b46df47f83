import type { Filter } from 'mongodb';
import type { ActorIri } from '../community/ids.ts';
import type { Unwanted } from '../community/unwanted.ts';

/** Whoever is at a server: ids begin with its origin. */
const at = (host: string): RegExp => new RegExp(`^https?://${host.replaceAll(/[^a-z0-9]/g, '\\$&')}/`, 'i');

type By = { readonly author: ActorIri; readonly community?: ActorIri };

/** Posts that somebody wants to see, as `isUnwanted` decides it. */
export function wanted({ actors, hosts, always }: Unwanted): Filter<By> {
  if (actors.length === 0 && hosts.length === 0) return {};
  const unwanted = [...actors, ...hosts.map(at)] as ActorIri[];
  return {
    $or: [{ author: { $in: [...always] } }, { author: { $nin: unwanted }, community: { $nin: [...actors] } }],
  } as Filter<By>;
}

/** Actors of whom somebody wants to hear. */
export function wantedFrom({ actors, hosts, always }: Unwanted): Filter<{ from: ActorIri }> {
  if (actors.length === 0 && hosts.length === 0) return {};
  const unwanted = [...actors, ...hosts.map(at)] as ActorIri[];
  return { $or: [{ from: { $in: [...always] } }, { from: { $nin: unwanted } }] };
}
