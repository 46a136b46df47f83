import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Say } from '../words/speaking.ts';
import { WATCH } from '../words/watch.ts';

/**
 * Tells on an open page that something new has come, if its reader asks for it: `views/assets/watch.js` shows it, and
 * looks at the same page once a minute. Without JavaScript there is nothing, and a reload shows the same.
 */
export const watch = (say: Say): Html =>
  html`<div class="watch" data-stop="${say.text(WATCH.stop)}" data-nothing="${say.text(WATCH.nothing)}" data-fresh="${say.text(WATCH.fresh)}" data-show="${say.text(WATCH.show)}" hidden><button class="plain" type="button">${say(WATCH.start)}</button> <span role="status"></span></div>`;
