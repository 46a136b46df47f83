import type { CommunityIri, PersonIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { House } from './house.ts';

/** Whether everybody may read a post, also who is nobody here. */
export const isForEverybody = (post: Post): boolean =>
  post.deletedAt === undefined && post.audience === 'public' && post.standing.state === 'visible';

/** Whether somebody may see a post, as the timelines would show it to her. */
export async function maySee({ follows }: Pick<House, 'follows'>, post: Post, viewer: PersonIri): Promise<boolean> {
  if (post.deletedAt !== undefined) return false;
  if (post.author === viewer) return true;
  if (post.standing.state !== 'visible') return false;
  switch (post.audience) {
    case 'public':
      return true;
    case 'members':
      return (await follows.get(viewer, post.community as CommunityIri))?.state === 'accepted';
    case 'circle':
    case 'direct':
      return post.to.includes(viewer);
  }
}
