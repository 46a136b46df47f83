import { plainText } from '../../../server/actions/content.ts';
import { communityIri, personIri, postIri } from '../../../server/community/ids.ts';
import { oneLine } from '../../../server/community/text.ts';
import { sameOrigin } from '../../vocabulary/iri.ts';
import { dateOf, idOf, isOneOf, type JsonObject, memberOf, stringOf } from '../../vocabulary/read.ts';
import type { Outcome, ReceiveContext, SentActivity, Translate } from '../context.ts';

/** What those who moderate a community do (FEP-1b12, Lemmy); `Delete` only when the community passes it on. */
export const MODERATION = ['Lock', 'Add', 'Remove', 'Block', 'Delete'] as const;
type Kind = (typeof MODERATION)[number];

/** An act of moderation, or the end of one. */
interface Act {
  /** Whose word it is: the community's, or a moderator's at its server. */
  readonly speaker: string;
  readonly json: JsonObject;
  readonly undone: boolean;
}

/**
 * Carries out what a community elsewhere decides about its own posts and members. Its own server must say so: no other
 * server's word about it counts, and no server's about a community here, where the members decide.
 */
export async function moderate(context: ReceiveContext, act: Act): Promise<Outcome> {
  const kind = isOneOf(act.json, MODERATION);
  if (kind === undefined) return 'ignored: no act of moderation';
  return ACTS[kind](context, act);
}

/** `Lock` of a post, `Add` to and `Remove` from what is shown first: sent by the community, or a moderator herself. */
export const moderation: Translate = (context, activity) => moderate(context, actOf(activity, activity.json, false));

/** The community a post is in, if the speaker may say something about it. */
async function placeOf({ posts, communities }: ReceiveContext, { speaker, json }: Act) {
  const id = idOf(memberOf(json, 'object'));
  const post = id === undefined ? null : await posts.byIri(postIri(id));
  if (post?.community === undefined || !sameOrigin(speaker, post.community)) return null;
  const community = await communities.byIri(post.community);
  return community?.home === 'elsewhere' ? { post: post.iri, community } : null;
}

const ACTS: Readonly<Record<Kind, (context: ReceiveContext, act: Act) => Promise<Outcome>>> = {
  async Lock(context, act) {
    const place = await placeOf(context, act);
    if (place === null) return NOT_THEIRS;
    await context.actions.lockElsewhere({ post: place.post, community: place.community.iri, locked: !act.undone });
    return act.undone ? 'done: unlocked' : 'done: locked';
  },
  Add: (context, act) => pin(context, act, !act.undone),
  Remove: (context, act) => pin(context, act, act.undone),
  async Delete(context, act) {
    const place = await placeOf(context, act);
    if (place === null) return NOT_THEIRS;
    const about = { post: place.post, community: place.community.iri };
    if (!act.undone) await context.actions.removedElsewhere({ ...about, ...reasonIn(act.json) });
    else if (!(await context.actions.restoredElsewhere(about))) return 'ignored: it was not removed';
    return act.undone ? 'done: restored' : 'done: removed';
  },
  async Block(context, act) {
    const { json, speaker } = act;
    const [person, target] = [idOf(memberOf(json, 'object')), idOf(memberOf(json, 'target'))];
    if (person === undefined || target === undefined || !sameOrigin(speaker, target)) return NOT_THEIRS;
    // Nobody comes back by herself: whoever may join again decides whether she wants to.
    if (act.undone) return 'ignored: she may join again';
    const until = dateOf(memberOf(json, 'endTime'));
    const banned = await context.actions.bannedElsewhere({
      community: communityIri(target),
      person: personIri(person),
      activity: idOf(json) ?? target,
      ...reasonIn(json),
      ...(until === undefined ? {} : { until }),
    });
    return banned ? 'done: banned' : 'ignored: nobody here';
  },
};

const NOT_THEIRS = 'ignored: not of a community of theirs';

/** A post is shown first, or no longer. Who moderates elsewhere is decided there, and nothing here rests on it. */
async function pin(context: ReceiveContext, act: Act, pinned: boolean): Promise<Outcome> {
  const place = await placeOf(context, act);
  if (place === null) return NOT_THEIRS;
  const featured = place.community.featured ?? `${place.community.iri}/featured`;
  if (idOf(memberOf(act.json, 'target')) !== featured) return 'ignored: another collection';
  await context.actions.pinElsewhere({ post: place.post, community: place.community.iri, pinned });
  return pinned ? 'done: pinned' : 'done: unpinned';
}

const LONGEST_REASON = 500;

function reasonIn(json: JsonObject): { readonly why?: string } {
  const why = oneLine(plainText(stringOf(memberOf(json, 'summary'), 4 * LONGEST_REASON) ?? ''));
  return why === '' ? {} : { why: why.slice(0, LONGEST_REASON).toWellFormed() };
}

/** Whose word an activity is, when it came from the moderator's own server. */
export const actOf = ({ sender }: SentActivity, json: JsonObject, undone: boolean): Act => ({
  speaker: sender,
  json,
  undone,
});
