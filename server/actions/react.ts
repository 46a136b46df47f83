import type { ActorIri } from '../community/ids.ts';
import type { Reaction } from '../ports/posts.ts';
import type { House } from './house.ts';

/** Somebody likes or passes on a post that is known here; about any other post it is forgotten. */
export async function react(
  house: Pick<House, 'posts' | 'reactions'>,
  reaction: Reaction,
): Promise<'kept' | 'ignored'> {
  const post = await house.posts.byIri(reaction.post);
  if (post === null || post.deletedAt || post.audience !== 'public') return 'ignored';
  await house.reactions.add(reaction);
  return 'kept';
}

/** Takes a like or boost back; it may not have been there. */
export async function takeBack(
  house: Pick<House, 'reactions'>,
  { actor, post, kind }: Pick<Reaction, 'actor' | 'post' | 'kind'>,
): Promise<void> {
  await house.reactions.remove(actor, post, kind);
}

/** The same, for servers that name only the activity; whether there was anything to take back. */
export function takeBackById(
  house: Pick<House, 'reactions'>,
  { actor, activity }: { readonly actor: ActorIri; readonly activity: string },
): Promise<boolean> {
  return house.reactions.removeByActivity(actor, activity);
}
