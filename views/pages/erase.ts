import type { Html } from '../html.ts';
import { href, html, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { act } from '../parts/field.ts';

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
  const lead =
    'You can have your own words erased. That you proposed something, what was decided, and when, stays; so does the fact that a text was erased.';
  return page(
    { shell, title: `Erase my words · ${community.title}` },
    html`${heading({ kind: within(community), title: 'Erase my words', lead })}
${texts.map(
  ({ path, text }, place) =>
    html`<section><h2>${place + 1}. ${NAMES[path] ?? 'Text'} in entry ${seq}</h2><blockquote>${paragraphs(text)}</blockquote><form method="post" action="${href(form)}"><input type="hidden" name="path" value="${path}">${act('Erase this for good')}</form></section>`,
)}
<p>It cannot be brought back. Posts of the community that had it in them are sent anew without it; other servers are asked to do the same, and most do.</p>
<p><a href="${href(back)}">Back, and leave it as it is</a></p>`,
  );
}

const NAMES: Readonly<Record<string, string>> = { title: 'Title', reasons: 'Reasons' };
