import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { ONWARD } from '../words/doors.ts';

/** Between a form here and another house: browsers let no form lead elsewhere, so a page does. */
export function onwardPage({ shell, name, to }: { readonly shell: Shell; readonly name: string; readonly to: string }) {
  const say = sayIn(shell);
  const title = say.text(ONWARD.title, { name });
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ kind: shell.host, title, lead: say(ONWARD.lead) })}
<p><a class="do" href="${href(to)}" rel="noreferrer">${say(ONWARD.goOn, { name })}</a></p>`,
  ) satisfies Html;
}
