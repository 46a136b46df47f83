import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';

/** Between a form here and another house: browsers let no form lead elsewhere, so a page does. */
export function onwardPage({ shell, name, to }: { readonly shell: Shell; readonly name: string; readonly to: string }) {
  return page(
    { shell, title: `On to ${name}` },
    html`${heading({ kind: shell.host, title: `On to ${name}`, lead: 'Sign in there. It leads you back here.' })}
<p><a class="do" href="${href(to)}" rel="noreferrer">Go on to ${name}</a></p>`,
  ) satisfies Html;
}
