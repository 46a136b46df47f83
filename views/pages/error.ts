import type { Html, Part } from '../html.ts';
import { href, html, maybe } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';

export interface ErrorModel {
  readonly shell: Shell;
  readonly status: keyof typeof ERRORS;
  /** What happened and what to do, where more is known than the number says. */
  readonly text?: string;
  /** Where to go on. */
  readonly onward?: { readonly path: string; readonly label: string };
}

const ERRORS = {
  400: ['We could not read that', 'What was sent is not what the form sends. Go back and try it again.'],
  401: ['Sign in first', 'This page is for somebody who is signed in.'],
  403: ['That is not yours to do', 'You are not allowed to do this here.'],
  404: ['There is nothing here', 'The address may be mistyped, or what was here has moved.'],
  410: ['It is gone', 'What was here has been deleted.'],
  413: ['That was too much', 'Make it shorter and send it again.'],
  429: ['Slow down, please', 'Too many tries in a short time. Wait a few minutes and try again.'],
  500: [
    'That broke, and it is our fault',
    'Nothing you did was wrong. Whoever runs this server can see what happened. Try again in a while.',
  ],
  503: ['Not ready just now', 'The server is starting, stopping or waiting for its database. Try again in a minute.'],
} as const;

/** A page for what went wrong: what happened, and what to do now. */
export function errorPage({ shell, status, text, onward }: ErrorModel): Html {
  const [title, plain] = ERRORS[status];
  return page({ shell, title }, html`${heading({ kind: `${status}`, title, lead: text ?? plain })}${go(onward)}`);
}

const go = (onward: ErrorModel['onward']): Part =>
  maybe(
    onward ?? { path: '/', label: 'To the first page' },
    ({ path, label }) => html`<p><a class="do" href="${href(path)}">${label}</a></p>`,
  );
