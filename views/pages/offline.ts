import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { SHELL } from '../words/shell.ts';

/** Shown by the browser itself when it cannot reach the server. */
export function offlinePage({ shell }: { readonly shell: Shell }): Html {
  const say = sayIn(shell);
  return page(
    { shell, title: say.text(SHELL.offline), speaks: say.language },
    html`${heading({ title: say(SHELL.offline), lead: say(SHELL.offlineLead) })}`,
  );
}
