import { fromPlain, plainText } from '../actions/content.ts';
import type { Community } from '../community/community.ts';
import type { Post } from '../community/post.ts';
import type { EventOf } from '../governance/events.ts';
import { TOMBSTONE } from '../record/erasable.ts';
import { replace } from './erasures.ts';
import type { EffectParts } from './parts.ts';

/** Posts of a community that are gone through for a text, at most: its own polls and discussions are few. */
const MOST_POSTS = 200_000;

/**
 * A text that is erased stands in other places too: in letters that told of it, in what was sent of them, in the
 * community's own polls and discussions. There a tombstone stands for it from now on; what was sent is no longer kept.
 * Called before the text is taken out of its entry, since afterwards nobody knows what to look for; may be done twice.
 */
export async function withoutCopies(
  parts: EffectParts,
  community: Community,
  event: EventOf<'text-erased'>,
  text: string,
): Promise<void> {
  const { notices, activities, timelines } = parts.house;
  await notices.rewrite(community.iri, (told) => redacted(told, text));
  for await (const post of timelines.everything(community.iri, new Date(0), MOST_POSTS)) {
    if (post.author !== community.iri) continue;
    const edit = redactedPost(post, text);
    if (edit !== null) await replace(parts, community, post.iri, event, () => edit);
  }
  await activities.forgetEach(community.iri, (body) => says(body, text));
}

/** Shorter texts may be words that stand anywhere: they are found as a whole line, or in quotation marks, alone. */
const LONG_ENOUGH = 12;

/** A plain text with a tombstone wherever another one stands in it. */
export function redacted(whole: string, text: string): string {
  if (text.length >= LONG_ENOUGH) return whole.replaceAll(text, TOMBSTONE);
  return whole
    .split('\n')
    .map((line) => (line === text ? TOMBSTONE : line.replaceAll(`“${text}”`, `“${TOMBSTONE}”`)))
    .join('\n');
}

function redactedPost({ html, title, poll }: Post, text: string) {
  const words = plainText(html);
  const without = {
    words: redacted(words, text),
    title: title === text ? TOMBSTONE : title === undefined ? undefined : redacted(title, text),
    options: poll?.options.map((option) => (option === text ? TOMBSTONE : option)),
  };
  const same = words === without.words && title === without.title && !poll?.options.includes(text);
  if (same) return null;
  return {
    html: fromPlain(without.words),
    ...(without.title === undefined ? {} : { title: without.title }),
    ...(poll === undefined || without.options === undefined ? {} : { poll: { ...poll, options: without.options } }),
  };
}

/** Whether what was sent says a text, however its lines are broken. */
function says(body: string, text: string): boolean {
  const { object } = JSON.parse(body) as { readonly object?: { readonly content?: unknown } };
  if (typeof object?.content !== 'string') return false;
  const flat = (words: string) => words.replaceAll(/\s+/g, ' ').trim();
  const content = flat(plainText(object.content));
  return redacted(content, flat(text)) !== content;
}
