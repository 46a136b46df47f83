import { isDeepStrictEqual } from 'node:util';
import type { Post } from '../community/post.ts';
import type { Stores } from '../ports/index.ts';
import type { Keepsakes } from '../ports/keepsakes.ts';
import type { NewsItem } from '../ports/news.ts';
import type { PostEdit, Reaction } from '../ports/posts.ts';
import type { Tell } from './news.ts';

type Told = Pick<
  Stores,
  'posts' | 'reactions' | 'notices' | 'follows' | 'marks' | 'filters' | 'ownLists' | 'accessTokens' | 'people'
>;

/** Marks that change what somebody is shown. */
const SHAPING: ReadonlySet<string> = new Set(['mute', 'block', 'domain', 'tag']);

/**
 * The same ports, and whatever is written through them is told, once it is written: the one place that says what is
 * told, so that no action has to think of it.
 */
export function telling<Ports extends Told>(stores: Ports, isHere: (iri: string) => boolean, tell: Tell): Ports {
  return {
    ...stores,
    ...tellingPosts(stores, tell),
    notices: {
      ...stores.notices,
      async add(notice) {
        const done = await stores.notices.add(notice);
        const { to, id, at } = notice;
        if (done === 'added' && isHere(to)) tell({ kind: 'notice', to, id, at });
        return done;
      },
    },
    follows: {
      ...stores.follows,
      async put(follow, pending) {
        await stores.follows.put(follow, pending);
        const { follower, target, at, state } = follow;
        if (isHere(follower) || isHere(target)) {
          tell({ kind: 'follow', follower, target, at, isNew: state === 'accepted' });
        }
      },
    },
    ...tellingOwn(stores, tell),
    ...tellingAccess(stores, tell),
  };
}

function tellingPosts({ posts, reactions }: Told, tell: Tell): Pick<Told, 'posts' | 'reactions'> {
  return {
    posts: {
      ...posts,
      async add(post, pending) {
        const done = await posts.add(post, pending);
        if (done === 'added') tell({ kind: 'post', post: post.iri });
        return done;
      },
      async edit(iri, change, pending) {
        const before = await posts.byIri(iri);
        await posts.edit(iri, change, pending);
        if (before !== null) for (const item of newsOfEdit(before, change)) tell(item);
      },
      async bury(iri, at, pending) {
        await posts.bury(iri, at, pending);
        tell({ kind: 'post-gone', post: iri });
      },
      async release(iri, pending) {
        await posts.release(iri, pending);
        tell({ kind: 'post', post: iri });
      },
      async restore(iri, by) {
        await posts.restore(iri, by);
        tell({ kind: 'post', post: iri });
      },
    },
    reactions: {
      ...reactions,
      async add(reaction) {
        await reactions.add(reaction);
        const { kind, actor, post, activity, author, at } = reaction;
        if (kind !== 'like' && kind !== 'share') return;
        tell({ kind, actor, post, activity, at, ...(author === undefined ? {} : { author }) });
      },
      async remove(reaction) {
        return toldGone(await reactions.remove(reaction), tell);
      },
      async removeByActivity(actor, activity) {
        return toldGone(await reactions.removeByActivity(actor, activity), tell);
      },
    },
  };
}

function toldGone(gone: Reaction | null, tell: Tell): Reaction | null {
  if (gone?.kind === 'share') tell({ kind: 'share-gone', actor: gone.actor, post: gone.post, at: gone.at });
  return gone;
}

/** What of a post others see, so that it is worth telling that it has changed. */
const SHOWN = ['html', 'title', 'poll', 'details', 'labels'] as const satisfies readonly (keyof PostEdit &
  keyof Post)[];

/** What an edit means for those who have the post on their screens, or do not have it yet. */
export function newsOfEdit(before: Post, change: PostEdit): readonly NewsItem[] {
  if (before.deletedAt !== undefined) return [];
  const post = before.iri;
  const { standing = before.standing, audience = before.audience, community = before.community, poll } = change;
  const [wasShown, isShown] = [before.standing.state === 'visible', standing.state === 'visible'];
  const was = wasShown ? { was: before.audience } : {};
  const reachesOthers = isShown && (!wasShown || community !== before.community);
  const isOther =
    wasShown !== isShown ||
    audience !== before.audience ||
    SHOWN.some((name) => change[name] !== undefined && !isDeepStrictEqual(change[name], before[name]));
  const closed = poll?.closedAt !== undefined && before.poll?.closedAt === undefined ? poll.closedAt : undefined;
  return [
    ...(reachesOthers ? [{ kind: 'post', post } as const] : []),
    ...(isOther && !(reachesOthers && !wasShown) ? [{ kind: 'post-changed', post, ...was } as const] : []),
    ...(closed === undefined ? [] : [{ kind: 'poll-closed', post, at: closed } as const]),
  ];
}

function tellingOwn(stores: Told, tell: Tell): Pick<Told, 'marks' | 'filters' | 'ownLists'> {
  const { marks, filters, ownLists } = stores;
  return {
    marks: {
      ...marks,
      async put(mark) {
        await marks.put(mark);
        if (SHAPING.has(mark.kind)) tell({ kind: 'own', person: mark.person, what: 'marks' });
      },
      async remove(person, kind, subject) {
        await marks.remove(person, kind, subject);
        if (SHAPING.has(kind)) tell({ kind: 'own', person, what: 'marks' });
      },
    },
    filters: tellingKeepsakes(filters, 'filters', tell),
    ownLists: tellingKeepsakes(ownLists, 'lists', tell),
  };
}

function tellingKeepsakes<Content>(
  kept: Keepsakes<Content>,
  what: 'filters' | 'lists',
  tell: Tell,
): Keepsakes<Content> {
  return {
    ...kept,
    async add(keepsake) {
      await kept.add(keepsake);
      tell({ kind: 'own', person: keepsake.person, what });
    },
    async change(keepsake, content) {
      const done = await kept.change(keepsake, content);
      if (done) tell({ kind: 'own', person: keepsake.person, what });
      return done;
    },
    async remove(person, id) {
      const done = await kept.remove(person, id);
      if (done) tell({ kind: 'own', person, what });
      return done;
    },
  };
}

/** Whose access ends is not said: whoever has streams open looks at all of them. */
function tellingAccess({ accessTokens, people }: Told, tell: Tell): Pick<Told, 'accessTokens' | 'people'> {
  const told =
    <Asked extends readonly unknown[]>(end: (...asked: Asked) => Promise<void>) =>
    async (...asked: Asked): Promise<void> => {
      await end(...asked);
      tell({ kind: 'access' });
    };
  return {
    accessTokens: {
      ...accessTokens,
      revoke: told(accessTokens.revoke),
      revokeOfCode: told(accessTokens.revokeOfCode),
      revokeOf: told(accessTokens.revokeOf),
      revokeBefore: told(accessTokens.revokeBefore),
    },
    people: { ...people, leave: told(people.leave) },
  };
}
