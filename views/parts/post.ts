import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, trusted, when } from '../html.ts';
import type { Author } from './person.ts';
import { byline } from './person.ts';
import type { PollModel } from './poll.ts';
import { poll } from './poll.ts';
import { time } from './time.ts';

/** Which version of which rule. */
export interface RuleCite {
  /** `R-12` */
  readonly id: string;
  readonly version: number;
  readonly title?: string;
  readonly path?: string;
}

/** Something somebody wrote, as it is shown. */
export interface PostModel {
  /** Names it on the page: `#p-<key>`. */
  readonly key: string;
  readonly path: string;
  readonly author: Author;
  /** Named where posts of several communities stand together. */
  readonly community?: { readonly title: string; readonly path: string };
  readonly title?: string;
  /** What the sanitiser returned, never what came from the wire. */
  readonly sanitisedHtml: string;
  readonly lang?: string;
  /** What to be warned of: text and files are shown when asked for. */
  readonly warning?: string;
  /** What it is about, in short. */
  readonly abstract?: string;
  readonly event?: { readonly startsAt?: Date; readonly endsAt?: Date; readonly place?: string };
  /** Files at other servers: linked, never shown here, so that no other server learns who reads. */
  readonly attachments?: readonly FileModel[];
  /** The page that it is about. */
  readonly link?: string;
  /** Nobody answers in it any more since then. */
  readonly lockedAt?: Date;
  readonly pinned?: boolean;
  readonly at: Date;
  readonly editedAt?: Date;
  /** Who sees it, where that is not everybody whom the community lets read. */
  readonly audience?: string;
  /** How many like it, and what the viewer may say of it: only where the post stands in its thread. */
  readonly likes?: {
    readonly count: number;
    readonly action: string;
    /** What the viewer has said already. */
    readonly mine?: 'like' | 'dislike';
    /** Whether disliking means anything to the community: it does to those of some other servers. */
    readonly dislikes?: boolean;
  };
  /** A held post is shown to its author alone. */
  readonly state:
    | { readonly kind: 'visible' }
    | { readonly kind: 'held'; readonly cited: RuleCite; readonly until: Date }
    | { readonly kind: 'removed'; readonly at: Date; readonly by: string; readonly why?: string }
    | { readonly kind: 'deleted'; readonly at: Date };
  readonly labels: readonly { readonly label: string; readonly cited: RuleCite }[];
  readonly poll?: PollModel;
  /** The post at its own server. */
  readonly original?: string;
  /** What the viewer may do with it, and where. */
  readonly acts: { readonly reply?: string; readonly edit?: string; readonly delete?: string };
}

/** A file at another server. */
export interface FileModel {
  readonly kind: 'image' | 'video' | 'audio' | 'file';
  readonly url: string;
  /** What is to be seen or heard, in words. */
  readonly alt?: string;
  readonly width?: number;
  readonly height?: number;
}

/** One post. In a list its title leads to its thread; at the head of its own thread the page's title says it. */
export function post(model: PostModel, how: 'listed' | 'in-thread' | 'head'): Html {
  if (model.state.kind === 'deleted') return tombstone(model, model.state.at);
  return html`<article class="post" id="p-${model.key}">
${pinned(model)}<p class="by">${byline(model.author)}${maybe(model.community, ({ title, path }) => html` <span>in <a href="${href(path)}">${title}</a></span>`)} <a class="when" href="${href(model.path)}">${time(model.at)}</a>${when(model.editedAt !== undefined, () => html` <span class="edited">edited</span>`)}</p>
${titleOf(model, how)}${contents(model)}
${maybe(model.audience, (who) => html`<p class="who-sees"><span aria-hidden="true">◌</span> <span>${who}</span></p>`)}${model.labels.map(({ label, cited }) => html`<p class="label"><b>${label}</b> <span>a label by ${cite(cited)}</span></p>`)}${held(model)}${removed(model)}${locked(model)}${maybe(model.poll, (inside) => poll(inside, model.key, model.title ?? model.author.name))}${likes(model)}${acts(model)}
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

/** The text and what hangs on it, behind the warning where there is one. */
function contents(model: PostModel): Part {
  const lang = maybe(model.lang, (language) => html` lang="${language}"`);
  const text = html`<div class="text"${lang}>${maybe(model.abstract, (words) => html`<p class="abstract">${words}</p>`)}${trusted(model.sanitisedHtml)}</div>${happening(model)}${about(model)}${files(model)}`;
  const { warning } = model;
  return warning === undefined
    ? text
    : html`<details class="warned"><summary><b>Content warning:</b> <span${lang}>${warning}</span></summary>${text}</details>`;
}

function happening({ event }: PostModel): Part {
  if (event === undefined) return nothing;
  const { startsAt, endsAt, place } = event;
  return html`<p class="event"><b>Event</b>${maybe(startsAt, (at) => html` from ${time(at)}`)}${maybe(endsAt, (at) => html` to ${time(at)}`)}${maybe(place, (where) => html`, ${where}`)}</p>`;
}

const about = ({ link }: PostModel): Part =>
  maybe(
    link,
    (url) => html`<p class="about">About: <a href="${href(url)}" rel="nofollow noopener noreferrer">${url}</a></p>`,
  );

const NAMES = { image: 'Image', video: 'Video', audio: 'Sound', file: 'File' } as const;

function files({ attachments = [] }: PostModel): Part {
  if (attachments.length === 0) return nothing;
  const items = attachments.map(
    ({ kind, url, alt, width, height }) =>
      html`<li><a href="${href(url)}" rel="nofollow noopener noreferrer">${NAMES[kind]}${alt === undefined ? ' without a description' : html`: ${alt}`}</a> <span>at ${hostOf(url)}${width === undefined || height === undefined ? '' : `, ${width} × ${height}`}</span></li>`,
  );
  return html`<ul class="files">${items}</ul>`;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'another server');

const pinned = (model: PostModel): Part => when(model.pinned === true, () => html`<p class="pinned">Pinned</p>`);

function locked({ lockedAt }: PostModel): Part {
  return maybe(
    lockedAt,
    (at) => html`<p class="locked">Closed for answers since ${time(at)}, by those who moderate this community.</p>`,
  );
}

function removed({ state }: PostModel): Part {
  if (state.kind !== 'removed') return nothing;
  return html`<div class="held"><p><b>Taken out</b> of ${state.by} on ${time(state.at)}, by that community’s own rules. Only its author still sees it here.${maybe(state.why, (why) => ` The reason given: ${why}`)}</p></div>
`;
}

function held({ state }: PostModel): Part {
  if (state.kind !== 'held') return nothing;
  return html`<div class="held"><p><b>Held for review</b> under ${cite(state.cited)}, automatically. For now only its author sees it, and in a young community its founder, who may let it go. It appears by itself at the latest on ${time(state.until)}.</p></div>
`;
}

function acts({ acts: may, original, author }: PostModel): Part {
  const links = [
    maybe(may.reply, (path) => html`<a href="${href(path)}">Reply<span class="heard"> to ${author.name}</span></a>`),
    maybe(may.edit, (path) => html`<a href="${href(path)}">Edit</a>`),
    maybe(may.delete, (path) => html`<a href="${href(path)}">Delete</a>`),
    maybe(
      original,
      (url) =>
        html`<a href="${href(url)}" rel="nofollow noopener">Original<span class="heard"> at ${author.handle}</span></a>`,
    ),
  ];
  return links.every((link) => link === nothing) ? nothing : html`<div class="acts">${links}</div>`;
}

function likes({ likes: said, author, state }: PostModel): Part {
  if (said === undefined || state.kind !== 'visible') return nothing;
  const { count, action, mine, dislikes } = said;
  const many =
    count === 0
      ? nothing
      : html`<p>${count === 1 ? 'One person likes this.' : `${String(count)} people like this.`}</p>`;
  const button = (value: string, label: string): Html =>
    html`<button class="plain" type="submit" name="gesture" value="${value}">${label}<span class="heard">: a post by ${author.name}</span></button>`;
  const buttons =
    mine === undefined
      ? [button('like', 'Like'), dislikes ? button('dislike', 'Dislike') : nothing]
      : [button('none', mine === 'like' ? 'Take my like back' : 'Take my dislike back')];
  return html`${many}<form class="likes" method="post" action="${href(action)}">${buttons}</form>
`;
}

function tombstone(model: PostModel, at: Date): Html {
  return html`<article class="post gone" id="p-${model.key}"><p>A post was here. It was deleted on ${time(at)}.</p></article>`;
}

/** The first words of a post, as they were typed: for the page that asks before it is deleted. */
export function quoted(text: string): Html {
  return html`<blockquote>${paragraphs(text)}</blockquote>`;
}
