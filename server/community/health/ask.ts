import { tagKey } from '../hashtags.ts';
import { KIND_TAGS, WELCOME_TAGS } from '../kinds.ts';
import type { Post } from '../post.ts';

/** Kinds (hashtags) by which somebody asks others for something. */
const ASKING: ReadonlySet<string> = new Set(
  [
    'question',
    'ask',
    'help',
    'helpwanted',
    KIND_TAGS.snag,
    KIND_TAGS.stickyproblem,
    ...Object.values(WELCOME_TAGS),
  ].map(tagKey),
);

/** In the scripts people write here: Latin, Arabic, full-width, Armenian. */
const QUESTION_MARK = /[?؟？՞]/u;

/** Whether a thread begins with an ask: by its kind, or because a question stands in its first post. */
export function isAsk(post: Pick<Post, 'html' | 'title' | 'details' | 'inReplyTo'>): boolean {
  if (post.inReplyTo !== undefined) return false;
  if (post.details?.hashtags?.some((tag) => ASKING.has(tagKey(tag)))) return true;
  return QUESTION_MARK.test(`${post.title ?? ''} ${wordsOf(post.html)}`);
}

/** Without marks, and without addresses, in which a `?` asks nothing. */
const wordsOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/https?:\/\/\S+/g, ' ');
