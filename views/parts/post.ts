import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
import type { ContentsModel } from './contents.ts';
import { contents } from './contents.ts';
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
  readonly audience?: string;
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
export function post(model: PostModel, how: 'listed' | 'in-thread' | 'head'): Html {
  if (model.state.kind === 'deleted') return tombstone(model, model.state.at);
  return html`<article class="post${model.quote === undefined ? '' : ' quotes'}" id="p-${model.key}">
${pinned(model)}<p class="by">${byline(model.author)}${maybe(model.community, ({ title, path }) => html` <span>in <a href="${href(path)}">${title}</a></span>`)} <a class="when" href="${href(model.path)}">${time(model.at)}</a>${edited(model)}</p>
${maybe(model.meant, meant)}${titleOf(model, how)}${maybe(model.related, above)}${contents(model)}${maybe(model.quote, quote)}
${maybe(model.audience, (who) => html`<p class="who-sees"><span aria-hidden="true">◌</span> <span>${who}</span></p>`)}${model.labels.map(({ label, cited }) => html`<p class="label"><b>${label}</b> <span>a label by ${cite(cited)}</span></p>`)}${held(model)}${removed(model)}${locked(model)}${maybe(model.poll, (inside) => poll(inside, model.key, model.title ?? model.author.name))}${said(model)}${maybe(model.related, below)}${maybe(model.mayTake, (path) => takes(path, model.key, true))}${acts(model)}
</article>`;
}

/** Posts one under the other. */
export function posts(models: readonly PostModel[]): Part {
  return models.map((model) => post(model, 'listed'));
}

/** “rule 12, version 3 (links from new members)”, linked where the rule can be read here. */
export function cite({ id, version, title, path }: RuleCite): Part {
  const text = html`rule ${id}, version ${version}`;
  return [
    path === undefined ? text : html`<a href="${href(path)}">${text}</a>`,
    maybe(title, (named) => ` (${named})`),
  ];
}

function titleOf(model: PostModel, how: 'listed' | 'in-thread' | 'head'): Part {
  if (model.title === undefined || how === 'head') return nothing;
  return html`<h3 class="title">${how === 'listed' ? html`<a href="${href(model.path)}">${model.title}</a>` : model.title}</h3>
`;
}

function edited({ editedAt, history }: PostModel): Part {
  if (editedAt === undefined) return nothing;
  if (history === undefined) return html` <span class="edited">edited</span>`;
  return html` <a class="edited" href="${href(history)}">edited<span class="heard">: what was changed</span></a>`;
}

const pinned = (model: PostModel): Part => when(model.pinned === true, () => html`<p class="pinned">Pinned</p>`);

function locked({ lockedAt }: PostModel): Part {
  return maybe(
    lockedAt,
    (at) =>
      html`<p class="locked"><b>Closed</b> for answers since ${time(at)}, by those who moderate this community.</p>`,
  );
}

function removed({ state }: PostModel): Part {
  if (state.kind !== 'removed') return nothing;
  return html`<div class="held"><p><b>Taken out</b> of ${state.community} on ${time(state.at)}, by that community’s own rules. Only its author still sees it here.${maybe(state.why, (why) => ` The reason given: ${why}`)}</p></div>
`;
}

function held({ state }: PostModel): Part {
  if (state.kind !== 'held') return nothing;
  if (state.existing)
    return html`<div class="held"><p><b>Hidden</b> under ${cite(state.cited)}, which the members made for older posts too. Only its author sees it. Nobody is sanctioned for it. It is shown again when the rule ends, unless the members renew it on ${day(state.until)} at the latest. Its author can ask that a person looks at it.</p></div>`;
  return html`<div class="held"><p><b>Held for review</b> under ${cite(state.cited)}, automatically. For now only its author sees it, and in a young community its founder, who may let it go. It appears by itself at the latest on ${time(state.until)}.</p></div>
`;
}

function acts({ acts: may, original, author, gesture, state }: PostModel): Part {
  const links = [
    maybe(state.kind === 'visible' ? gesture : undefined, (asked) => gestures(asked, author.name)),
    maybe(may.reply, (path) => html`<a href="${href(path)}">Reply<span class="heard"> to ${author.name}</span></a>`),
    maybe(
      may.quote,
      (path) => html`<a href="${href(path)}">Quote<span class="heard"> what ${author.name} wrote</span></a>`,
    ),
    maybe(
      may.tried,
      (path) => html`<a href="${href(path)}">I tried this<span class="heard">: what ${author.name} wrote</span></a>`,
    ),
    maybe(
      may.correct,
      (path) => html`<a href="${href(path)}">Correct<span class="heard"> what ${author.name} wrote</span></a>`,
    ),
    maybe(
      may.move,
      (path) => html`<a href="${href(path)}">Move<span class="heard"> what ${author.name} wrote</span></a>`,
    ),
    maybe(
      may.keep,
      (path) => html`<a href="${href(path)}">Keep<span class="heard"> what ${author.name} wrote</span></a>`,
    ),
    maybe(may.edit, (path) => html`<a href="${href(path)}">Edit</a>`),
    maybe(may.delete, (path) => html`<a href="${href(path)}">Delete</a>`),
    maybe(
      may.report,
      (path) => html`<a href="${href(path)}">Report<span class="heard"> what ${author.name} wrote</span></a>`,
    ),
    maybe(
      original,
      (url) =>
        html`<a href="${href(url)}" rel="nofollow noopener">Original<span class="heard"> at ${author.handle}</span></a>`,
    ),
  ];
  return links.every((link) => link === nothing) ? nothing : html`<div class="acts">${links}</div>`;
}

function said({ counts: all, state }: PostModel): Part {
  return all === undefined || state.kind !== 'visible' ? nothing : counts(all);
}

function tombstone(model: PostModel, at: Date): Html {
  return html`<article class="post gone" id="p-${model.key}"><p>A post was here. It was deleted on ${time(at)}.</p></article>`;
}

/** The first words of a post, as they were typed: for the page that asks before it is deleted. */
export function quoted(text: string): Html {
  return html`<blockquote>${paragraphs(text)}</blockquote>`;
}
