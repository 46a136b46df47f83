import type { Part } from '../html.ts';
import { href, html, maybe, nothing, trusted } from '../html.ts';
import { CONTENTS } from '../words/post-parts.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { time } from './time.ts';

/** What stands in a post: its text, and what hangs on it. */
export interface ContentsModel {
  /** What the sanitiser returned, never what came from the wire. */
  readonly sanitisedHtml: string;
  readonly lang?: string;
  /** What to be warned of: text and files are shown when asked for. */
  readonly warning?: string;
  /** It is not for every eye, though its author did not say of what to be warned. */
  readonly sensitive?: true;
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

/** The language that somebody's words are in, for whatever holds them. */
export const langOf = ({ lang }: Pick<ContentsModel, 'lang'>): Part =>
  maybe(lang, (language) => html` lang="${language}"`);

/** The text and what hangs on it, behind the warning where there is one. */
export function contents(model: ContentsModel, say: Say = speaker('en')): Part {
  const lang = langOf(model);
  const text = html`<div class="text"${lang}>${maybe(model.abstract, (words) => html`<p class="abstract">${words}</p>`)}${trusted(model.sanitisedHtml)}</div>${happening(model, say)}${about(model, say)}${files(model, say)}`;
  const warning =
    model.warning === undefined
      ? maybe(model.sensitive, () => html`<span>${say(CONTENTS.sensitive)}</span>`)
      : html`<span${lang}>${model.warning}</span>`;
  return warning === nothing
    ? text
    : html`<details class="warned"><summary><b>${say(CONTENTS.warning)}</b> ${warning}</summary>${text}</details>`;
}

function happening({ event }: ContentsModel, say: Say): Part {
  if (event === undefined) return nothing;
  const { startsAt, endsAt, place } = event;
  const from = maybe(startsAt, (at) => time(at, say.language));
  const to = maybe(endsAt, (at) => time(at, say.language));
  const ends = endsAt === undefined ? '' : 'To';
  const when = say(CONTENTS[startsAt === undefined ? (`event${ends}` as const) : (`eventFrom${ends}` as const)], {
    from,
    to,
  });
  return html`<p class="event">${place === undefined ? when : say(CONTENTS.at, { when: html`${when}`, place })}</p>`;
}

const about = ({ link }: ContentsModel, say: Say): Part =>
  maybe(link, (url) => {
    const to = html`<a href="${href(url)}" rel="nofollow noopener noreferrer">${url}</a>`;
    return html`<p class="about">${say(CONTENTS.about, { link: to })}</p>`;
  });

function files({ attachments = [] }: ContentsModel, say: Say): Part {
  return html`${pictures(attachments, say)}${recordings(attachments, say)}${linked(
    attachments.filter(({ shown }) => shown === undefined),
    say,
  )}`;
}

/** What is said of a file of which its author said nothing. */
const undescribed = (kind: FileModel['kind'], say: Say): string =>
  say.text(CONTENTS.undescribed, { kind: say.text(CONTENTS[kind]) });

/** The smaller ones; each leads to the picture itself. */
function pictures(attachments: readonly FileModel[], say: Say): Part {
  const items = attachments.flatMap(({ kind, shown, alt = say.text(CONTENTS.picture) }) =>
    kind !== 'image' || shown?.preview === undefined
      ? []
      : [
          html`<a href="${href(shown.path)}"><img src="${href(shown.preview.path)}" width="${shown.preview.width}" height="${shown.preview.height}" loading="lazy" decoding="async" alt="${alt}"></a>`,
        ],
  );
  return items.length === 0 ? nothing : html`<p class="pictures">${items}</p>`;
}

/** Films and sound of this server's own: nothing of them is sent before somebody wants to see or hear it. */
function recordings(attachments: readonly FileModel[], say: Say): Part {
  const items = attachments.flatMap(({ kind, shown, alt }) => {
    if (shown === undefined || (kind !== 'video' && kind !== 'audio')) return [];
    const { path, preview } = shown;
    const name = alt ?? undescribed(kind, say);
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

function linked(attachments: readonly FileModel[], say: Say): Part {
  if (attachments.length === 0) return nothing;
  const items = attachments.map(({ kind, url, alt, width, height }) => {
    const name =
      alt === undefined ? undescribed(kind, say) : say(CONTENTS.described, { kind: say(CONTENTS[kind]), text: alt });
    const host = hostOf(url) ?? say(CONTENTS.anotherServer);
    const where =
      width === undefined || height === undefined
        ? say(CONTENTS.atHost, { host })
        : say(CONTENTS.atHostSize, { host, width, height });
    return html`<li><a href="${href(url)}" rel="nofollow noopener noreferrer">${name}</a> <span>${where}</span></li>`;
  });
  return html`<ul class="files">${items}</ul>`;
}

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null);
