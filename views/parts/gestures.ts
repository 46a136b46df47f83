import type { Html, Part } from '../html.ts';
import { href, html, nothing, when } from '../html.ts';

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
export function counts({ likes, dislikes, shares, emojis }: CountsModel): Part {
  const said = [
    when(likes > 0, () => (likes === 1 ? 'One person likes this.' : `${String(likes)} people like this.`)),
    when(dislikes > 0, () => (dislikes === 1 ? 'One dislikes it.' : `${String(dislikes)} dislike it.`)),
    when(shares > 0, () => `Passed on ${TIMES[shares] ?? `${String(shares)} times`}.`),
    ...emojis.map(({ emoji, count }) => html`<span class="sign"><bdi>${emoji}</bdi> ${String(count)}</span>`),
  ].filter((part) => part !== nothing);
  return said.length === 0
    ? nothing
    : html`<p class="counts">${said.map((part) => html`${part} `)}</p>
`;
}

const TIMES: Readonly<Record<number, string>> = { 1: 'once', 2: 'twice' };

/** The buttons to like a post, or to take that back. `author`: whose post it is, for those who hear the page. */
export function gestures({ action, mine, dislikes }: GestureModel, author: string): Html {
  const button = (value: string, label: string): Html =>
    html`<button class="plain" type="submit" name="gesture" value="${value}">${label}<span class="heard">: a post by ${author}</span></button>`;
  const buttons =
    mine === undefined
      ? [button('like', 'Like'), dislikes ? button('dislike', 'Dislike') : nothing]
      : [button('none', mine === 'like' ? 'Take my like back' : 'Take my dislike back')];
  return html`<form class="likes" method="post" action="${href(action)}">${buttons}</form>`;
}
