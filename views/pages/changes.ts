import type { Sentence } from '../../server/community/said.ts';
import type { Html } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type ContentsModel, contents } from '../parts/contents.ts';
import type { Author } from '../parts/person.ts';
import { day } from '../parts/time.ts';
import { MINORITY } from '../words/minority.ts';
import { CHANGES } from '../words/problems.ts';
import { link, type Say } from '../words/speaking.ts';
import { titled } from '../words/titles.ts';
import { ownersOf } from './problems.ts';

/** Something that is different now, and why. */
export type ChangeModel = {
  readonly at: Date;
  readonly title: Sentence;
  readonly path: string;
  readonly community: { readonly title: string; readonly path: string };
  /** How many minority statements stand with a decision; absent: none. */
  readonly minority?: number;
  /** What its owners told of a problem; absent: it comes from a decision. */
  readonly told?: { readonly contents: ContentsModel; readonly owners: readonly Author[] };
};

export interface ChangesModel {
  readonly shell: Shell;
  /** Newest first. */
  readonly changes: readonly ChangeModel[];
}

/** What came of problems and decisions. */
export function changesPage({ shell, changes }: ChangesModel): Html {
  const say = sayIn(shell);
  return page(
    {
      shell,
      title: say.text(CHANGES.title),
      speaks: say.language,
      feeds: [{ title: say.text(CHANGES.title), path: '/changes/feed' }],
    },
    html`${heading({ title: say(CHANGES.title), lead: say(CHANGES.lead) })}
${changes.length === 0 ? html`<p class="empty">${say(CHANGES.none)}</p>` : html`<ul class="plain">${changes.map((one) => change(one, say))}</ul><p class="caught-up">${say(CHANGES.end)}</p>`}`,
  );
}

function change({ at, title, path, community, minority, told }: ChangeModel, say: Say): Html {
  const from = say(told === undefined ? CHANGES.decision : CHANGES.problem);
  const against = maybe(minority, (count) => html` ${say(MINORITY.stands, { count, a: link(`${path}#minority`) })}`);
  const what =
    told === undefined
      ? html`<p>${say(CHANGES.inForce, { when: day(at, say.language) })}${against}</p>`
      : contents(told.contents, say);
  const by =
    told === undefined || told.owners.length === 0 ? nothing : html`<p class="by">${ownersOf(told.owners, say)}</p>`;
  return html`<li class="entry"><p class="kind">${from} · <a href="${href(community.path)}">${community.title}</a> · ${day(at, say.language)}</p><h2><a href="${href(path)}" dir="auto">${titled(title, say)}</a></h2>${what}${by}</li>`;
}
