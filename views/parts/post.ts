import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
import type { Message } from '../words/language.ts';
import { POST } from '../words/posts.ts';
import { link, type Say, speaker } from '../words/speaking.ts';
import { type AudienceModel, audience } from './audience.ts';
import type { ContentsModel } from './contents.ts';
import { contents, langOf } from './contents.ts';
import type { CountsModel, GestureModel } from './gestures.ts';
import { counts, gestures } from './gestures.ts';
import { type MeantModel, meant } from './meant.ts';
import type { Author } from './person.ts';
import { byline } from './person.ts';
import type { PollModel } from './poll.ts';
import { poll } from './poll.ts';
import type { QuoteModel } from './quote.ts';
import { quote } from './quote.ts';
import { above, below, type RelatedModel, takes } from './related.ts';
import { day, time } from './time.ts';

/** Which version of which rule. */
export interface RuleCite {
  /** `R-12` */
  readonly id: string;
  readonly version: number;
  readonly title?: string;
  readonly path?: string;
}

/** Something somebody wrote, as it is shown. */
export interface PostModel extends ContentsModel {
  /** Names it on the page: `#p-<key>`. */
  readonly key: string;
  readonly path: string;
  readonly author: Author;
  /** Named where posts of several communities stand together. */
  readonly community?: { readonly title: string; readonly path: string };
  readonly title?: string;
  /** What it is meant as. */
  readonly meant?: MeantModel;
  /** What other posts say about it. */
  readonly related?: RelatedModel;
  /** Where its earlier editions are, where it was changed. */
  readonly history?: string;
  /** An answer that its reader may put above her own post, which it puts right. */
  readonly mayTake?: string;
  /** Nobody answers in it any more since then. */
  readonly lockedAt?: Date;
  readonly pinned?: boolean;
  readonly at: Date;
  readonly editedAt?: Date;
  /** Who sees it, where that is not everybody whom the community lets read. */
  readonly audience?: AudienceModel;
  /** What others said of it by one gesture, and what the viewer may: only where the post stands in its thread. */
  readonly counts?: CountsModel;
  readonly gesture?: GestureModel;
  /** A held post is shown to its author alone. */
  readonly state:
    | { readonly kind: 'visible' }
    | { readonly kind: 'held'; readonly cited: RuleCite; readonly until: Date; readonly existing?: true }
    | { readonly kind: 'removed'; readonly at: Date; readonly community: string; readonly why?: string }
    | { readonly kind: 'deleted'; readonly at: Date };
  readonly labels: readonly { readonly label: string; readonly cited: RuleCite }[];
  readonly poll?: PollModel;
  /** What it quotes. */
  readonly quote?: QuoteModel;
  /** The post at its own server. */
  readonly original?: string;
  /** What the viewer may do with it, and where. */
  readonly acts: {
    readonly reply?: string;
    /** An answer that says she tried it, or what is wrong in it. */
    readonly tried?: string;
    readonly correct?: string;
    /** How its thread is ordered. */
    readonly move?: string;
    readonly quote?: string;
    /** Into the viewer's own notebook. */
    readonly keep?: string;
    readonly edit?: string;
    readonly delete?: string;
    readonly report?: string;
  };
}

/** One post. In a list its title leads to its thread; at the head of its own thread the page's title says it. */
export function post(model: PostModel, how: 'listed' | 'in-thread' | 'head', say: Say = speaker('en')): Html {
  if (model.state.kind === 'deleted') return tombstone(model, model.state.at, say);
  const { related } = model;
  return html`<article class="post${model.quote === undefined ? '' : ' quotes'}" id="p-${model.key}">
${when(model.pinned === true, () => html`<p class="pinned">${say(POST.pinned)}</p>`)}${signature(model, say)}
${maybe(model.meant, (kinds) => meant(kinds, say))}${titleOf(model, how)}${maybe(related, (others) => above(others, say))}${contents(model, say)}${maybe(model.quote, (inside) => quote(inside, say))}
${standing(model, say)}${maybe(model.poll, (inside) => poll(inside, model.key, model.title ?? model.author.name, say))}${said(model, say)}${maybe(related, (others) => below(others, say))}${maybe(model.mayTake, (path) => takes({ path, key: model.key, up: true }, say))}${acts(model, say)}
</article>`;
}

/** Posts one under the other. */
export function posts(models: readonly PostModel[], say: Say = speaker('en')): Part {
  return models.map((model) => post(model, 'listed', say));
}

/** “rule R-12, version 3 (links from new members)”, linked where the rule can be read here. */
export function cite({ id, version, title, path }: RuleCite, say: Say = speaker('en')): Part {
  const text = say(POST.rule, { id, version });
  return [
    path === undefined ? text : html`<a href="${href(path)}">${text}</a>`,
    maybe(title, (named) => ` (${named})`),
  ];
}

/** Who wrote it, where and when. */
function signature(model: PostModel, say: Say): Html {
  const { community } = model;
  return html`<p class="by">${byline(model.author)}${maybe(community, ({ title, path }) => html` <span>${say(POST.inCommunity, { title, a: link(path) })}</span>`)} <a class="when" href="${href(model.path)}">${time(model.at, say.language)}</a>${edited(model, say)}</p>`;
}

function titleOf(model: PostModel, how: 'listed' | 'in-thread' | 'head'): Part {
  if (model.title === undefined || how === 'head') return nothing;
  return html`<h3 class="title"${langOf(model)}>${how === 'listed' ? html`<a href="${href(model.path)}">${model.title}</a>` : model.title}</h3>
`;
}

function edited({ editedAt, history }: PostModel, say: Say): Part {
  if (editedAt === undefined) return nothing;
  if (history === undefined) return html` <span class="edited">${say(POST.edited)}</span>`;
  return html` <a class="edited" href="${href(history)}">${say(POST.editedHow)}</a>`;
}

/** Who sees it, and what the community did to it. */
function standing(model: PostModel, say: Say): Part {
  const seen = maybe(
    model.audience,
    (who) => html`<p class="who-sees"><span aria-hidden="true">◌</span> <span>${audience(who, say)}</span></p>`,
  );
  const labels = model.labels.map(
    ({ label, cited }) =>
      html`<p class="label"><b>${label}</b> <span>${say(POST.labelBy, { rule: html`${cite(cited, say)}` })}</span></p>`,
  );
  const closed = maybe(
    model.lockedAt,
    (at) => html`<p class="locked">${say(POST.closed, { time: time(at, say.language) })}</p>`,
  );
  return [seen, labels, held(model, say), removed(model, say), closed];
}

function removed({ state }: PostModel, say: Say): Part {
  if (state.kind !== 'removed') return nothing;
  const { community, at, why } = state;
  return html`<div class="held"><p>${say(POST.takenOut, { community, time: time(at, say.language) })}${maybe(why, (reason) => html` ${say(POST.reasonGiven, { why: html`<bdi>${reason}</bdi>` })}`)}</p></div>
`;
}

function held({ state }: PostModel, say: Say): Part {
  if (state.kind !== 'held') return nothing;
  const rule = html`${cite(state.cited, say)}`;
  if (state.existing)
    return html`<div class="held"><p>${say(POST.hidden, { rule, day: day(state.until, say.language) })}</p></div>`;
  return html`<div class="held"><p>${say(POST.held, { rule, time: time(state.until, say.language) })}</p></div>
`;
}

/** In the order in which they stand. */
const ACTS = ['reply', 'quote', 'tried', 'correct', 'move', 'keep', 'edit', 'delete', 'report'] as const;

function acts({ acts: may, original, author, gesture, state }: PostModel, say: Say): Part {
  const { name, handle } = author;
  const words = (message: Message): Part => say(message, { name, handle });
  const links = [
    maybe(state.kind === 'visible' ? gesture : undefined, (asked) => gestures(asked, name, say)),
    ...ACTS.map((act) => maybe(may[act], (path) => html`<a href="${href(path)}">${words(POST[act])}</a>`)),
    maybe(original, (url) => html`<a href="${href(url)}" rel="nofollow noopener">${words(POST.original)}</a>`),
  ];
  return links.every((one) => one === nothing) ? nothing : html`<div class="acts">${links}</div>`;
}

function said({ counts: all, state }: PostModel, say: Say): Part {
  return all === undefined || state.kind !== 'visible' ? nothing : counts(all, say);
}

function tombstone(model: PostModel, at: Date, say: Say): Html {
  return html`<article class="post gone" id="p-${model.key}"><p>${say(POST.gone, { time: time(at, say.language) })}</p></article>`;
}

/** The first words of a post, as they were typed: for the page that asks before it is deleted. */
export function quoted(text: string): Html {
  return html`<blockquote>${paragraphs(text)}</blockquote>`;
}
