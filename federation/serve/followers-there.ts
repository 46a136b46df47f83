import type { RequestHandler } from 'express';
import type { Addresses } from '../../server/community/addresses.ts';
import type { Follows } from '../../server/ports/follows.ts';
import type { RequesterOf } from '../signatures/incoming-get.ts';
import { ACTIVITY_CONTEXT } from '../vocabulary/contexts.ts';
import { sameOrigin } from '../vocabulary/iri.ts';
import { synchronisationOf } from '../vocabulary/synchronisation.ts';
import { type ActorSources, knownActor } from './actors.ts';
import { answerReader, answerUnknown } from './answers.ts';

/**
 * The part of an actor's followers that lives at the server that asks, and signs for it (FEP-8fcf). Nobody learns of
 * anybody else's: to a request without a sound signature there is nothing here.
 */
export function followersThere({
  stores,
  addresses,
  requesterOf,
}: {
  readonly stores: Pick<ActorSources, 'people' | 'communities'> & { readonly follows: Pick<Follows, 'followersOf'> };
  readonly addresses: Addresses;
  readonly requesterOf: RequesterOf;
}): RequestHandler {
  return async (request, response) => {
    const { method, originalUrl: url, headers } = request;
    const reader = await requesterOf({ method, url, headers });
    const actor = addresses.person(String(request.params.name));
    const known = reader === null ? null : await knownActor(stores, actor);
    const home = known?.kind === 'community' ? known.community.home : known?.person.home;
    if (reader === null || home !== 'here') return answerUnknown(response);
    const followers = await stores.follows.followersOf(actor);
    const orderedItems = followers.filter((follower) => sameOrigin(follower, reader));
    const id = synchronisationOf(actor);
    const document = { '@context': ACTIVITY_CONTEXT, id, type: 'OrderedCollection', orderedItems };
    answerReader(response, { state: 'here', document, page: '' });
  };
}
