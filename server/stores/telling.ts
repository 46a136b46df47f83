import { isDeepStrictEqual } from 'node:util';
import type { Post } from '../community/post.ts';
import type { Stores } from '../ports/index.ts';
import type { Keepsakes } from '../ports/keepsakes.ts';
import type { NewsItem } from '../ports/news.ts';
import type { PostEdit, Reaction } from '../ports/posts.ts';
import type { Tell } from './news.ts';

type Told = Pick<
  Stores,
  | 'posts'
  | 'reactions'
  | 'notices'
  | 'follows'
  | 'marks'
  | 'filters'
  | 'ownLists'
  | 'notificationPolicies'
  | 'accessTokens'
  | 'people'
>;

/** Marks that change what somebody is shown. */
const SHAPING: ReadonlySet<string> = new Set(['mute', 'block', 'domain', 'tag', 'muted-thread']);

/** The same, and something is told once it is written. Whatever else it is asked with is passed on as it is. */
const after =
  <Asked extends readonly unknown[], Answer>(
    write: (...asked: Asked) => Promise<Answer>,
    told: (answer: Answer, ...asked: Asked) => void,
  ) =>
  async (...asked: Asked): Promise<Answer> => {
    const answer = await write(...asked);
    told(answer, ...asked);
    return answer;
  };

/**
 * The same ports, and whatever is written through them is told, once it is written: the one place that says what is
 * told, so that no action has to think of it.
 */
export function telling<Ports extends Told>(stores: Ports, isHere: (iri: string) => boolean, tell: Tell): Ports {
  const { notices, follows } = stores;
  return {
    ...stores,
    ...tellingPosts(stores, tell),
    notices: {
      ...notices,
      add: after(notices.add, (done, { to, id, at }) => {
        if (done === 'added' && isHere(to)) tell({ kind: 'notice', to, id, at });
      }),
    },
    follows: {
      ...follows,
      put: after(follows.put, (_done, { follower, target, at, state }) => {
        if (!isHere(follower) && !isHere(target)) return;
        tell({ kind: 'follow', follower, target, at, isNew: state === 'accepted' });
      }),
    },
    ...tellingOwn(stores, tell),
    ...tellingAccess(stores, tell),
  };
}

function tellingPosts({ posts, reactions }: Told, tell: Tell): Pick<Told, 'posts' | 'reactions'> {
  const toldGone = (gone: Reaction | null): void => {
    if (gone?.kind === 'share') tell({ kind: 'share-gone', actor: gone.actor, post: gone.post, at: gone.at });
  };
  return {
    posts: {
      ...posts,
      add: after(posts.add, (done, { iri, to }) => {
        if (done === 'added') tell({ kind: 'post', post: iri, ...(to.length === 0 ? {} : { to }) });
      }),
      edit: after(posts.edit, (before, _iri, change) => {
        if (before !== null) for (const item of newsOfEdit(before, change)) tell(item);
      }),
      bury: after(posts.bury, (_done, iri) => tell({ kind: 'post-gone', post: iri })),
      release: after(posts.release, (_done, iri) => tell({ kind: 'post', post: iri })),
      restore: after(posts.restore, (_done, iri) => tell({ kind: 'post', post: iri })),
    },
    reactions: {
      ...reactions,
      add: after(reactions.add, (_done, { kind, actor, post, activity, author, at }) => {
        if (kind !== 'like' && kind !== 'share') return;
        tell({ kind, actor, post, activity, at, ...(author === undefined ? {} : { author }) });
      }),
      remove: after(reactions.remove, toldGone),
      removeByActivity: after(reactions.removeByActivity, toldGone),
    },
  };
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

function tellingOwn(stores: Told, tell: Tell): Pick<Told, 'marks' | 'filters' | 'ownLists' | 'notificationPolicies'> {
  const { marks, filters, ownLists, notificationPolicies } = stores;
  return {
    marks: {
      ...marks,
      put: after(marks.put, (_done, { kind, person }) => {
        if (SHAPING.has(kind)) tell({ kind: 'own', person, what: 'marks' });
      }),
      remove: after(marks.remove, (_done, person, kind) => {
        if (SHAPING.has(kind)) tell({ kind: 'own', person, what: 'marks' });
      }),
    },
    filters: tellingKeepsakes(filters, 'filters', tell),
    ownLists: tellingKeepsakes(ownLists, 'lists', tell),
    notificationPolicies: tellingKeepsakes(notificationPolicies, 'policy', tell),
  };
}

function tellingKeepsakes<Content>(kept: Keepsakes<Content>, what: 'filters' | 'lists' | 'policy', tell: Tell) {
  return {
    ...kept,
    add: after(kept.add, (_done, { person }) => tell({ kind: 'own', person, what })),
    change: after(kept.change, (done, { person }) => {
      if (done) tell({ kind: 'own', person, what });
    }),
    remove: after(kept.remove, (done, person) => {
      if (done) tell({ kind: 'own', person, what });
    }),
  };
}

/** Whose access ends is not said: whoever has streams open looks at all of them. */
function tellingAccess({ accessTokens, people }: Told, tell: Tell): Pick<Told, 'accessTokens' | 'people'> {
  const told = () => tell({ kind: 'access' });
  return {
    accessTokens: {
      ...accessTokens,
      revoke: after(accessTokens.revoke, told),
      revokeOfCode: after(accessTokens.revokeOfCode, told),
      revokeOf: after(accessTokens.revokeOf, told),
      revokeBefore: after(accessTokens.revokeBefore, told),
    },
    people: { ...people, leave: after(people.leave, told) },
  };
}
