import type { Html, Part } from './html.ts';
import { href, html, maybe, nothing, when } from './html.ts';

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
  /** What became of the form just sent. */
  readonly notice?: { readonly kind: 'done' | 'refused'; readonly text: string };
}

/** One page: its title, and how it is laid out. */
export interface Frame {
  readonly shell: Shell;
  readonly title: string;
  /** The form came back with errors: the title says so first, for those who hear it. */
  readonly failed?: boolean;
  /** Where a decision is taken, the ballot stands beside the text, and on a phone before the reasons. */
  readonly decision?: boolean;
  /** The page of a link that is somebody's secret: nothing around it leads anywhere. */
  readonly alone?: boolean;
}

const PLACES = [
  { name: 'Lately', path: '/', within: /^\/$/ },
  { name: 'Communities', path: '/communities', within: /^\/(?:communities(?!\/[^/]+\/propos)|found$)/ },
  { name: 'Decisions', path: '/decisions', within: /^\/(decisions|communities\/[^/]+\/propos)/ },
] as const;

const MARK = html`<svg class="mark" width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false"><circle cx="13" cy="4" r="2.6"/><circle cx="20.8" cy="8.5" r="2.6"/><circle cx="20.8" cy="17.5" r="2.6"/><circle cx="13" cy="22" r="2.6"/><circle cx="5.2" cy="17.5" r="2.6"/><circle cx="5.2" cy="8.5" r="2.6"/></svg>`;

/** The whole document around a page's content. `aside` holds what matters about the place, one thing after another. */
export function page(frame: Frame, main: Part, aside?: Part): Html {
  const { shell, title } = frame;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${when(frame.failed === true, () => 'Error: ')}${title} · ${shell.host}</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/look.css?v=${shell.styleHash}">
</head>
<body>
<a class="skip" href="#main">Skip to the page</a>
${frame.alone ? nameOnly : masthead(shell)}
${notice(shell)}
<div class="page${frame.decision ? ' decision' : ''}">
<main id="main" tabindex="-1">
${main}
</main>
${maybe(aside, (content) => html`<aside aria-label="About this place">${content}</aside>`)}
</div>
${frame.alone ? hostOnly(shell) : footer(shell)}
</body>
</html>
`;
}

const nameOnly = html`<header class="masthead"><span class="name">${MARK}Folkmoot</span></header>`;

const hostOnly = ({ host }: Shell): Html =>
  html`<footer><p>${host} is a Folkmoot server: its communities belong to the people in them.</p></footer>`;

function masthead(shell: Shell): Html {
  return html`<header class="masthead">
<a class="name" href="/">${MARK}Folkmoot</a>
<nav aria-label="Places">${PLACES.map((place) => item(place.name, place.path, place.within.test(shell.path)))}</nav>
<nav class="own" aria-label="You">${
    shell.viewer
      ? [item('Notices', '/notices', shell.path === '/notices'), item('You', '/you', shell.path === '/you')]
      : item('Sign in', '/sign-in', shell.path === '/sign-in')
  }</nav>
</header>`;
}

function item(name: string, path: string, here: boolean): Html {
  return html`<a href="${href(path)}"${here ? html` aria-current="page"` : nothing}>${name}</a>`;
}

function notice(shell: Shell): Part {
  return maybe(shell.notice, ({ kind, text }) => {
    const role = kind === 'refused' ? 'alert' : 'status';
    return html`<div class="notice ${kind}" role="${role}"><p>${text}</p></div>`;
  });
}

function footer(shell: Shell): Html {
  return html`<footer>
<p>${shell.host} is a Folkmoot server: its communities belong to the people in them. <a href="/about">Who can see what</a> · <a href="${href(shell.sourceUrl)}">Source code</a> (AGPL) · version ${shell.version}</p>
</footer>`;
}

/** The head of a page: what kind of thing it is, its one h1, and a first sentence. */
export function heading(head: { readonly kind?: Part; readonly title: Part; readonly lead?: Part }): Html {
  return html`${maybe(head.kind, (kind) => html`<p class="kind">${kind}</p>`)}<h1>${head.title}</h1>${maybe(head.lead, (lead) => html`<p class="lead">${lead}</p>`)}`;
}
