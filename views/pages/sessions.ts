import type { Html } from '../html.ts';
import { html, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { act } from '../parts/field.ts';
import { time } from '../parts/time.ts';
import { SHELL } from '../words/shell.ts';
import { link } from '../words/speaking.ts';
import { SESSIONS } from '../words/two-factor.ts';

export interface SessionsModel {
  readonly shell: Shell;
  /** The latest first. `here`: the browser that this page is shown in. */
  readonly sessions: readonly { readonly id: string; readonly since: Date; readonly here: boolean }[];
}

export function sessionsPage({ shell, sessions }: SessionsModel): Html {
  const say = sayIn(shell);
  const title = say.text(SESSIONS.title);
  const list = sessions.map(({ id, since, here }) => {
    const at = { time: time(since, say.language) };
    return html`<li><form method="post" action="/you/sessions/end"><p>${say(here ? SESSIONS.sinceHere : SESSIONS.since, at)}</p><button class="plain" type="submit" name="session" value="${id}">${here ? say(SESSIONS.outHere) : say(SESSIONS.outThere, at)}</button></form></li>`;
  });
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ kind: html`<a href="/you">${say(SHELL.you)}</a>`, title, lead: say(SESSIONS.lead) })}
<ul class="plain">${list}</ul>
${when(sessions.length > 1, () => html`<form method="post" action="/you/sessions/end-others">${act(say.text(SESSIONS.outElsewhere))}</form>`)}
<p>${say(SESSIONS.also, { you: link('/you'), ways: link('/you/ways-in') })}</p>`,
  );
}
