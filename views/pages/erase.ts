import type { Html } from '../html.ts';
import { href, html, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { act } from '../parts/field.ts';
import { ERASE } from '../words/charter.ts';

export interface EraseModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly seq: number;
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  /** Where the forms go. */
  readonly form: string;
  /** Back to the entry. */
  readonly back: string;
}

/** What somebody wrote into the open book, and can have erased. */
export function erasePage({ shell, community, seq, texts, form, back }: EraseModel): Html {
  const say = sayIn(shell);
  const title = say.text(ERASE.title);
  return page(
    { shell, title: `${title} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: within(community), title, lead: say(ERASE.lead) })}
${texts.map(
  ({ path, text }, place) =>
    html`<section><h2>${say(ERASE.entry, { number: place + 1, part: path, seq })}</h2><blockquote>${paragraphs(text)}</blockquote><form method="post" action="${href(form)}"><input type="hidden" name="path" value="${path}">${act(say.text(ERASE.erase))}</form></section>`,
)}
<p>${say(ERASE.noWayBack)}</p>
<p><a href="${href(back)}">${say(ERASE.back)}</a></p>`,
  );
}
