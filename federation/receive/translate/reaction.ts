import { postIri } from '../../../server/community/ids.ts';
import { withoutUnseen } from '../../../server/community/text.ts';
import type { Reaction } from '../../../server/ports/posts.ts';
import { idOf, isOneOf, type JsonObject, memberOf, stringOf } from '../../vocabulary/read.ts';
import type { Translate } from '../context.ts';
import { postNamed } from '../post-named.ts';

/** Kinds of activity that are one gesture about a post. */
export const REACTIONS = ['Like', 'Dislike', 'EmojiReact'] as const;

/**
 * One sign, a few put together to one, or a picture's shortcode, which may name its host (Misskey). No sign fits two of
 * the choices, or a long row of them would take for ever.
 */
const SIGN =
  /^(?:(?:[0-9#*]\ufe0f?\u20e3|[\p{Extended_Pictographic}\p{RI}\p{S}\p{M}]|\u200d){1,24}|:[\p{L}\p{N}_+@.-]{1,100}:)$/u;

/**
 * What gesture an activity is: a Like with a sign in it (Misskey, Pleroma) is that sign, as is an EmojiReact (Pleroma,
 * FEP-c0e0); one whose sign cannot be read is a like.
 */
export function gestureOf(json: JsonObject): Pick<Reaction, 'kind' | 'emoji'> {
  if (isOneOf(json, ['Dislike']) !== undefined) return { kind: 'dislike' };
  const emoji = stringOf(memberOf(json, 'content'), 200)?.trim();
  return emoji !== undefined && SIGN.test(emoji) && withoutUnseen(emoji) !== ''
    ? { kind: 'emoji', emoji }
    : { kind: 'like' };
}

/** `Like`, `Dislike`, `EmojiReact` of a post, by its id, its Create's, or with the post inside: counted once per person. */
export const reaction: Translate = async ({ actions, ...context }, { iri, sender, json, receivedAt }) => {
  const id = idOf(memberOf(json, 'object'));
  if (id === undefined) return 'refused: a reaction to nothing';
  const gesture = { actor: sender, ...gestureOf(json), activity: iri, at: receivedAt };
  const done = `done: ${WORDS[gesture.kind]}` as const;
  if ((await actions.react({ ...gesture, post: postIri(id) })) === 'kept') return done;
  const named = await postNamed(context, id);
  if (named === id) return 'ignored: not a post known here';
  const kept = await actions.react({ ...gesture, post: postIri(named) });
  return kept === 'kept' ? done : 'ignored: not a post known here';
};

const WORDS = { like: 'liked', dislike: 'disliked', share: 'boosted', emoji: 'reacted' } as const satisfies Record<
  Reaction['kind'],
  string
>;
