import type { Html, Part } from '../html.ts';
import { href, html, nothing, when } from '../html.ts';
import type { Message } from '../words/language.ts';
import { GESTURES } from '../words/post-parts.ts';
import { type Say, speaker } from '../words/speaking.ts';

/** What people said of a post by one gesture: how many, never who. */
export interface CountsModel {
  readonly likes: number;
  readonly dislikes: number;
  /** How often it was passed on. */
  readonly shares: number;
  /** Signs that people put to it, most frequent first; one of another server is named `:like_this:`. */
  readonly emojis: readonly { readonly emoji: string; readonly count: number }[];
}

/** What the viewer may say of a post by one gesture. */
export interface GestureModel {
  readonly action: string;
  /** What she has said already. */
  readonly mine?: 'like' | 'dislike';
  /** Whether disliking means anything to the community: it does to those of some other servers. */
  readonly dislikes?: boolean;
}

/** “3 people like this. Passed on twice. 🎉 2”: small, after the text, and nothing where nobody has said anything. */
export function counts({ likes, dislikes, shares, emojis }: CountsModel, say: Say = speaker('en')): Part {
  const how = (message: Message, count: number): Part => when(count > 0, () => say(message, { count }));
  const said = [
    how(GESTURES.likes, likes),
    how(GESTURES.dislikes, dislikes),
    how(GESTURES.shares, shares),
    ...emojis.map(({ emoji, count }) => html`<span class="sign"><bdi>${emoji}</bdi> ${String(count)}</span>`),
  ].filter((part) => part !== nothing);
  return said.length === 0
    ? nothing
    : html`<p class="counts">${said.map((part) => html`${part} `)}</p>
`;
}

/** The buttons to like a post, or to take that back. `author`: whose post it is, for those who hear the page. */
export function gestures({ action, mine, dislikes }: GestureModel, author: string, say: Say = speaker('en')): Html {
  const button = (value: string, label: Message): Html =>
    html`<button class="plain" name="gesture" value="${value}">${say(label)}<span class="heard">${say(GESTURES.of, { author })}</span></button>`;
  const buttons =
    mine === undefined
      ? [button('like', GESTURES.like), dislikes ? button('dislike', GESTURES.dislike) : nothing]
      : [button('none', mine === 'like' ? GESTURES.takeLikeBack : GESTURES.takeDislikeBack)];
  return html`<form class="likes" method="post" action="${href(action)}">${buttons}</form>`;
}
