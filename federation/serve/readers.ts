import type { ActorIri } from '../../server/community/ids.ts';
import type { Post } from '../../server/community/post.ts';
import { hostOf, isCutOff } from '../../server/governance/servers.ts';
import type { Follows } from '../../server/ports/follows.ts';
import type { States } from '../../server/ports/record.ts';
import { sameOrigin } from '../vocabulary/iri.ts';
import { isForAll } from './posts.ts';

export interface ReaderSources {
  readonly follows: Pick<Follows, 'hasFollowerAt'>;
  readonly states: Pick<States, 'load'>;
}

/** Whether somebody elsewhere, proven by signature, may be given a post. */
export type MayRead = (post: Post, reader: ActorIri) => Promise<boolean>;

/**
 * Posts for some: one for the members of a community is given to every server with a member on it, since servers fetch
 * for their members in the name of whomever they like; one for a circle, or a direct one, to those it is for by name.
 * Nothing that is held or was removed, and nothing to a server that the members have cut off.
 */
export function createMayRead({ follows, states }: ReaderSources): MayRead {
  return async (post, reader) => {
    if (isForAll(post)) return true;
    if (post.standing.state !== 'visible') return false;
    if (post.community !== undefined) {
      const state = await states.load(post.community);
      if (state !== null && isCutOff(state, hostOf(reader))) return false;
    }
    switch (post.audience) {
      case 'public':
        return true;
      case 'members': {
        if (post.community === undefined) return false;
        // Its own server passes it on to its members.
        if (sameOrigin(post.community, reader)) return true;
        return follows.hasFollowerAt(post.community, hostOf(reader));
      }
      case 'circle':
      case 'direct':
        return post.to.includes(reader);
    }
  };
}
