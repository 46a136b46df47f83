import type { ActorIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { hostOf, isCutOff } from '../governance/servers.ts';
import type { Reaction } from '../ports/posts.ts';
import type { House } from './house.ts';

/** Somebody likes, dislikes or passes on a post that is known here, or puts a sign to it; about any other post it is forgotten. */
export async function react(
  house: Pick<House, 'posts' | 'reactions' | 'states' | 'follows'>,
  reaction: Reaction,
): Promise<'kept' | 'ignored'> {
  const post = await house.posts.byIri(reaction.post);
  if (post === null || post.deletedAt || !(await mayReact(house, reaction.actor, post))) return 'ignored';
  await house.reactions.add({ ...reaction, ...(post.home === 'here' ? { author: post.author } : {}) });
  return 'kept';
}

/** Who may see a post may react to it; nobody from a server that its community has cut off. */
async function mayReact(house: Pick<House, 'states' | 'follows'>, actor: ActorIri, post: Post): Promise<boolean> {
  const { community, audience } = post;
  const state = community === undefined ? null : await house.states.load(community);
  if (state !== null && isCutOff(state, hostOf(actor))) return false;
  if (audience === 'members' && community !== undefined) {
    return (await house.follows.get(actor, community))?.state === 'accepted';
  }
  return audience === 'public' || (audience === 'circle' && post.to.includes(actor));
}

/** Takes a gesture back; it may not have been there. */
export async function takeBack(
  house: Pick<House, 'reactions'>,
  reaction: Pick<Reaction, 'actor' | 'post' | 'kind' | 'emoji'>,
): Promise<void> {
  await house.reactions.remove(reaction);
}

/** The same, for servers that name only the activity; whether there was anything to take back. */
export async function takeBackById(
  house: Pick<House, 'reactions'>,
  { actor, activity }: { readonly actor: ActorIri; readonly activity: string },
): Promise<boolean> {
  return (await house.reactions.removeByActivity(actor, activity)) !== null;
}
