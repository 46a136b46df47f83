import type { Sentence } from '../server/community/said.ts';
import type { Html, Part } from './html.ts';
import { href, html, maybe, nothing } from './html.ts';
import { directionOf, type Language, type Message } from './words/language.ts';
import { SHELL } from './words/shell.ts';
import { type Say, speaker } from './words/speaking.ts';
import { told } from './words/told.ts';

/** What every page carries around its own model. */
export interface Shell {
  /** Who is signed in. `path` is her own page. */
  readonly viewer: { readonly name: string; readonly handle: string; readonly path: string } | null;
  /** The path that was asked for: marks the place in the navigation. */
  readonly path: string;
  /** This server's name, as it stands after the `@`. */
  readonly host: string;
  readonly version: string;
  /** Where the source of what runs here can be had (AGPL, section 13). */
  readonly sourceUrl: string;
  /** Changes when the stylesheet does, so that it may be cached for ever. */
  readonly styleHash: string;
  /** In which the pages speak to the viewer; English where nothing is known. */
  readonly language?: Language;
  /** What became of the form just sent. */
  readonly notice?: { readonly kind: 'done' | 'refused'; readonly text: Sentence };
}

/** One page: its title, and how it is laid out. */
export interface Frame {
  readonly shell: Shell;
  readonly title: string;
  /** In which the page itself is written: the viewer's (`sayIn(shell)`), or English where it has no messages yet. */
  readonly speaks?: Language;
  /** The form came back with errors: the title says so first, for those who hear it. */
  readonly failed?: boolean;
  /** Where a decision is taken, or a problem owned: who does that stands beside the text, and on a phone before the rest. */
  readonly decision?: boolean;
  /** Feeds of what the page shows: their addresses, without `.atom` or `.rss`. */
  readonly feeds?: readonly { readonly title: string; readonly path: string }[];
  /** The page of a link that is somebody's secret: nothing around it leads anywhere. */
  readonly alone?: boolean;
}

const PLACES: readonly { readonly name: Message; readonly path: string; readonly within: RegExp }[] = [
  { name: SHELL.lately, path: '/', within: /^\/$/ },
  {
    name: SHELL.communities,
    path: '/communities',
    within: /^\/(?:communities(?!\/[^/]+\/(?:propos|problems))|found$)/,
  },
  { name: SHELL.problems, path: '/problems', within: /^\/(?:problems|changes|communities\/[^/]+\/problems)/ },
  { name: SHELL.decisions, path: '/decisions', within: /^\/(decisions|communities\/[^/]+\/propos)/ },
  { name: SHELL.notebook, path: '/notebook', within: /^\/(notebook|capture)/ },
];

/** Who says messages in the viewer's language. A page written with it says so: `page({ …, speaks: say.language })`. */
export const sayIn = ({ language }: Shell): Say => speaker(language ?? 'en');

const MARK = html`<svg class="mark" width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false"><circle cx="13" cy="4" r="2.6"/><circle cx="20.8" cy="8.5" r="2.6"/><circle cx="20.8" cy="17.5" r="2.6"/><circle cx="13" cy="22" r="2.6"/><circle cx="5.2" cy="17.5" r="2.6"/><circle cx="5.2" cy="8.5" r="2.6"/></svg>`;

/** Makes pages smoother for who is signed in; they work without it. */
const SCRIPT = html`
<script type="module" src="/assets/page.js"></script>`;

/** The whole document around a page's content. `aside` holds what matters about the place, one thing after another. */
export function page(frame: Frame, main: Part, aside?: Part): Html {
  const { shell, title, speaks = 'en' } = frame;
  const say = sayIn(shell);
  return html`<!doctype html>
<html lang="${say.language}" dir="${directionOf(say.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.failed ? say.text(SHELL.error, { title }) : title} · ${shell.host}</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/look.css?v=${shell.styleHash}">
<link rel="manifest" href="/manifest.webmanifest">
<meta name="theme-color" content="#fbf7ef" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#1b1916" media="(prefers-color-scheme: dark)">${shell.viewer === null || frame.alone ? nothing : SCRIPT}${feedLinks(frame.feeds)}
</head>
<body>
<a class="skip" href="#main">${say(SHELL.skip)}</a>
${frame.alone ? nameOnly : masthead(shell, say)}
${notice(shell, say)}
<div class="page${frame.decision ? ' decision' : ''}"${spoken(speaks, say)}>
<main id="main" tabindex="-1">
${main}
</main>
${maybe(aside, (content) => html`<aside aria-label="${speaker(speaks).text(SHELL.aboutPlace)}">${content}</aside>`)}
</div>
<footer>
<p>${say(SHELL.belongs, { host: shell.host })}${frame.alone ? nothing : more(shell, say)}</p>
</footer>
</body>
</html>
`;
}

/** A page that is not in the viewer's language says in which it is, to those who hear it and to those who translate. */
const spoken = (speaks: Language, say: Say): Part =>
  speaks === say.language ? nothing : html` lang="${speaks}" dir="${directionOf(speaks)}"`;

/** Readers of feeds find them by these. */
function feedLinks(feeds: Frame['feeds'] = []): Part {
  return feeds.map(
    ({ title, path }) =>
      html`
<link rel="alternate" type="application/atom+xml" title="${title}" href="${href(`${path}.atom`)}">
<link rel="alternate" type="application/rss+xml" title="${title} (RSS)" href="${href(`${path}.rss`)}">`,
  );
}

const nameOnly = html`<header class="masthead"><span class="name">${MARK}Folkmoot</span></header>`;

function masthead(shell: Shell, say: Say): Html {
  const item = (name: Message, path: string, here: boolean) =>
    html`<a href="${href(path)}"${here ? html` aria-current="page"` : nothing}>${say(name)}</a>`;
  return html`<header class="masthead">
<a class="name" href="/">${MARK}Folkmoot</a>
<nav aria-label="${say.text(SHELL.places)}">${PLACES.map((place) => item(place.name, place.path, place.within.test(shell.path)))}</nav>
<nav class="own" aria-label="${say.text(SHELL.you)}">${
    shell.viewer
      ? [item(SHELL.notices, '/notices', shell.path === '/notices'), item(SHELL.you, '/you', shell.path === '/you')]
      : item(SHELL.signIn, '/sign-in', shell.path === '/sign-in')
  }</nav>
</header>`;
}

/** Actions speak English. */
function notice(shell: Shell, say: Say): Part {
  return maybe(shell.notice, ({ kind, text }) => {
    const role = kind === 'refused' ? 'alert' : 'status';
    return html`<div class="notice ${kind}" role="${role}"><p>${told(text, say)}</p></div>`;
  });
}

function more(shell: Shell, say: Say): Part {
  const to = (path: string, name: Message) => html`<a href="${href(path)}">${say(name)}</a>`;
  return html` ${to('/trust', SHELL.whoSees)} · ${to(shell.sourceUrl, SHELL.source)} (AGPL) · ${say(SHELL.version, { version: shell.version })} · ${to(`/language?next=${encodeURIComponent(shell.path)}`, SHELL.language)}`;
}

/** The head of a page: what kind of thing it is, its one h1, and a first sentence. */
export function heading(head: { readonly kind?: Part; readonly title: Part; readonly lead?: Part }): Html {
  return html`${maybe(head.kind, (kind) => html`<p class="kind">${kind}</p>`)}<h1>${head.title}</h1>${maybe(head.lead, (lead) => html`<p class="lead">${lead}</p>`)}`;
}
