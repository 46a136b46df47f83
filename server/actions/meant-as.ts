import { hashtagsIn, missingIn, withHashtags } from '../community/hashtags.ts';
import { saysWelcome } from '../community/kinds.ts';
import type { Post, PostDetails } from '../community/post.ts';
import { fromMarkdown, plainText } from './content.ts';
import type { Mentions } from './mentions.ts';

/**
 * A text as it is kept and sent: what it is meant as stands at its end as ordinary hashtags, where the text itself does
 * not have them, so that every other server shows and reads it.
 *
 * @param tags as they are written, without the `#`
 * @param mentions whom it names
 */
export function written({
  text,
  tags = [],
  details,
  mentions,
}: {
  readonly text: string;
  readonly tags?: readonly string[];
  readonly details?: PostDetails | undefined;
  readonly mentions?: Mentions;
}): { readonly html: string; readonly details: PostDetails | undefined } {
  const html = fromMarkdown(text, mentions?.pages);
  const plain = plainText(html);
  const added = missingIn(hashtagsIn(plain), tags);
  const line = added.length === 0 ? '' : `<p>${added.map((tag) => `#${tag}`).join(' ')}</p>`;
  return { html: `${html}${line}`, details: withHashtags(details, plain, added) };
}

/** Of the hashtags of a post written here, those that its author did not type: they say what it is meant as. */
export function addedTags({ source, details }: Pick<Post, 'source' | 'details'>): readonly string[] {
  const typed = hashtagsIn(plainText(fromMarkdown(source ?? '')));
  return missingIn(typed, details?.hashtags ?? []);
}

/** A text as it was typed, without the hashtags in it that say what somebody welcomes. */
export const withoutWelcome = (source: string): string =>
  source.replaceAll(/[^\S\n]*(?<![\p{L}\p{N}_&/#])#([\p{L}\p{N}_]{1,50})/gu, (said: string, tag: string) =>
    saysWelcome(tag) ? '' : said,
  );
