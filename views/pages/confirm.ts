import type { Html } from '../html.ts';
import { href, html, maybe } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { act } from '../parts/field.ts';

export interface ConfirmModel {
  readonly shell: Shell;
  /** A question. */
  readonly title: string;
  /** What will happen. */
  readonly text: string;
  readonly action: string;
  readonly button: string;
  readonly back: string;
  /** Carried along, as it was sent. */
  readonly hidden?: Readonly<Record<string, string>>;
}

/** Asks once more before something that cannot be undone. */
export function confirmPage({ shell, title, text, action, button, back, hidden }: ConfirmModel): Html {
  return page(
    { shell, title },
    html`${heading({ title, lead: text })}
<form method="post" action="${href(action)}">${maybe(hidden, (all) => Object.entries(all).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`))}${act(button)} <a class="instead" href="${href(back)}">No, go back</a></form>`,
  );
}
