import type { Html } from '../html.ts';
import { html, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { act } from '../parts/field.ts';
import { time } from '../parts/time.ts';

export interface SessionsModel {
  readonly shell: Shell;
  /** The latest first. `here`: the browser that this page is shown in. */
  readonly sessions: readonly { readonly id: string; readonly since: Date; readonly here: boolean }[];
}

export function sessionsPage({ shell, sessions }: SessionsModel): Html {
  const list = sessions.map(
    ({ id, since, here }) =>
      html`<li><form method="post" action="/you/sessions/end"><p>Signed in ${time(since)}${when(here, () => html` <b>(here)</b>`)}</p><button class="plain" type="submit" name="session" value="${id}">${here ? 'Sign out here' : html`Sign out there<span class="heard">, where you signed in ${time(since)}</span>`}</button></form></li>`,
  );
  return page(
    { shell, title: 'Where you are signed in' },
    html`${heading({ kind: html`<a href="/you">You</a>`, title: 'Where you are signed in', lead: 'We keep when you signed in, and nothing about when you were here or from where. Everywhere it ends by itself after 14 days.' })}
<ul class="plain">${list}</ul>
${when(sessions.length > 1, () => html`<form method="post" action="/you/sessions/end-others">${act('Sign out everywhere else')}</form>`)}
<p>Apps that act for you stand under <a href="/you">You</a>. If somebody may know your password, change it there: that ends all of them at once. Then see whether all <a href="/you/ways-in">ways to sign in</a> are yours.</p>`,
  );
}
