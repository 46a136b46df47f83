import type { Part } from '../html.ts';
import { href, html, maybe, nothing, trusted } from '../html.ts';
import { time } from './time.ts';

/** What stands in a post: its text, and what hangs on it. */
export interface ContentsModel {
  /** What the sanitiser returned, never what came from the wire. */
  readonly sanitisedHtml: string;
  readonly lang?: string;
  /** What to be warned of: text and files are shown when asked for. */
  readonly warning?: string;
  /** What it is about, in short. */
  readonly abstract?: string;
  readonly event?: { readonly startsAt?: Date; readonly endsAt?: Date; readonly place?: string };
  /** Files at other servers are linked, never shown here, so that no other server learns who reads. */
  readonly attachments?: readonly FileModel[];
  /** The page that it is about. */
  readonly link?: string;
}

/** A file of a post. */
export interface FileModel {
  readonly kind: 'image' | 'video' | 'audio' | 'file';
  readonly url: string;
  /** What is to be seen or heard, in words. */
  readonly alt?: string;
  readonly width?: number;
  readonly height?: number;
  /** One of this server's own: where it is, and a smaller picture that stands in the page. Sizes are in pixels. */
  readonly shown?: {
    readonly path: string;
    readonly preview?: { readonly path: string; readonly width: number; readonly height: number };
  };
}

/** The text and what hangs on it, behind the warning where there is one. */
export function contents(model: ContentsModel): Part {
  const lang = maybe(model.lang, (language) => html` lang="${language}"`);
  const text = html`<div class="text"${lang}>${maybe(model.abstract, (words) => html`<p class="abstract">${words}</p>`)}${trusted(model.sanitisedHtml)}</div>${happening(model)}${about(model)}${files(model)}`;
  const { warning } = model;
  return warning === undefined
    ? text
    : html`<details class="warned"><summary><b>Content warning:</b> <span${lang}>${warning}</span></summary>${text}</details>`;
}

function happening({ event }: ContentsModel): Part {
  if (event === undefined) return nothing;
  const { startsAt, endsAt, place } = event;
  return html`<p class="event"><b>Event</b>${maybe(startsAt, (at) => html` from ${time(at)}`)}${maybe(endsAt, (at) => html` to ${time(at)}`)}${maybe(place, (where) => html`, ${where}`)}</p>`;
}

const about = ({ link }: ContentsModel): Part =>
  maybe(
    link,
    (url) => html`<p class="about">About: <a href="${href(url)}" rel="nofollow noopener noreferrer">${url}</a></p>`,
  );

const NAMES = { image: 'Image', video: 'Video', audio: 'Sound', file: 'File' } as const;

function files({ attachments = [] }: ContentsModel): Part {
  return html`${pictures(attachments)}${recordings(attachments)}${linked(attachments.filter(({ shown }) => shown === undefined))}`;
}

/** The smaller ones; each leads to the picture itself. */
function pictures(attachments: readonly FileModel[]): Part {
  const items = attachments.flatMap(({ kind, shown, alt = 'Picture without a description' }) =>
    kind !== 'image' || shown?.preview === undefined
      ? []
      : [
          html`<a href="${href(shown.path)}"><img src="${href(shown.preview.path)}" width="${shown.preview.width}" height="${shown.preview.height}" loading="lazy" decoding="async" alt="${alt}"></a>`,
        ],
  );
  return items.length === 0 ? nothing : html`<p class="pictures">${items}</p>`;
}

/** Films and sound of this server's own: nothing of them is sent before somebody wants to see or hear it. */
function recordings(attachments: readonly FileModel[]): Part {
  const items = attachments.flatMap(({ kind, shown, alt }) => {
    if (shown === undefined || (kind !== 'video' && kind !== 'audio')) return [];
    const { path, preview } = shown;
    const name = alt ?? `${NAMES[kind]} without a description`;
    const size = maybe(
      preview,
      ({ path: poster, width, height }) => html` poster="${href(poster)}" width="${width}" height="${height}"`,
    );
    const player =
      kind === 'video'
        ? html`<video controls preload="none" src="${href(path)}"${size} aria-label="${name}"></video>`
        : html`<audio controls preload="none" src="${href(path)}" aria-label="${name}"></audio>`;
    return [html`<figure class="recording">${player}<figcaption>${name}</figcaption></figure>`];
  });
  return items.length === 0 ? nothing : html`${items}`;
}

function linked(attachments: readonly FileModel[]): Part {
  if (attachments.length === 0) return nothing;
  const items = attachments.map(
    ({ kind, url, alt, width, height }) =>
      html`<li><a href="${href(url)}" rel="nofollow noopener noreferrer">${NAMES[kind]}${alt === undefined ? ' without a description' : html`: ${alt}`}</a> <span>at ${hostOf(url)}${width === undefined || height === undefined ? '' : `, ${width} × ${height}`}</span></li>`,
  );
  return html`<ul class="files">${items}</ul>`;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'another server');
