import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { GUIDE_WORDS, GUIDES } from '../words/guides.ts';
import { LEARNING } from '../words/learning.ts';

type Named = readonly { readonly title: string; readonly path: string }[];

/** All practice guides. */
export function guidesPage({ shell, guides }: { readonly shell: Shell; readonly guides: Named }): Html {
  const say = sayIn(shell);
  const title = say.text(LEARNING.guides);
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ title, lead: say(GUIDE_WORDS.lead) })}
<ul class="plain">${guides.map((one) => html`<li class="entry"><a href="${href(one.path)}">${one.title}</a></li>`)}</ul>`,
    html`<section class="note"><h2>${say(LEARNING.title)}</h2><p><a href="/learning">${say(LEARNING.all)}</a></p></section>`,
  );
}

export interface GuideModel {
  readonly shell: Shell;
  /** Which of `GUIDES`, from 0. */
  readonly which: number;
  readonly guides: Named;
}

/** One of them. */
export function guidePage({ shell, which, guides }: GuideModel): Html {
  const say = sayIn(shell);
  const guide = GUIDES[which];
  if (guide === undefined) throw new RangeError(`there is no guide ${which}`);
  const title = say.text(guide.title);
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ kind: html`<a href="/learn">${say(LEARNING.guides)}</a>`, title })}
<div class="text">${guide.says.map((message) => html`<p>${say(message)}</p>`)}</div>`,
    html`<section><h2>${say(LEARNING.guides)}</h2><ul class="links">${guides.map((one) => html`<li><a href="${href(one.path)}">${one.title}</a></li>`)}</ul></section>`,
  );
}
