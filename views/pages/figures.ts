import type { Html, Part } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';

type Told = number | 'few';

export interface FiguresModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly figures: readonly {
    readonly rule: string;
    readonly title: string;
    /** Where the rule stands. */
    readonly path: string;
    readonly cases: Told;
    readonly measures: Told;
    readonly appeals: Told;
    readonly overturned: Told;
  }[];
}

/** What came of reports, rule by rule: about no person. */
export function figuresPage({ shell, community, figures }: FiguresModel): Html {
  const lead = 'What came of reports, rule by rule, since the community was founded. It is about no person.';
  return page(
    { shell, title: `Figures · ${community.title}` },
    html`${heading({ kind: within(community), title: 'Figures', lead })}
${figures.length === 0 ? html`<p class="empty">Nothing has been reported yet. What comes of reports will stand here, rule by rule.</p>` : table(figures)}
<p><a href="${href(`${community.path}/cases`)}">The cases you may see</a></p>`,
    howWeRunThis(community),
  );
}

function table(figures: FiguresModel['figures']): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Figures by rule"><table><caption class="heard">What came of reports, by rule</caption><thead><tr><th scope="col">Rule</th><th scope="col">Cases</th><th scope="col">With a measure</th><th scope="col">Appealed</th><th scope="col">Overturned</th></tr></thead><tbody>${figures.map(row)}</tbody></table></div>
<p class="hint">“Few” is one or two: such small numbers could point at somebody. A measure is a word, a label, a mute or more; every one names its rule and can be appealed. Overturned means that a jury undid all of it.</p>`;
}

function row({ rule, title, path, cases, measures, appeals, overturned }: FiguresModel['figures'][number]): Part {
  const counts = [cases, measures, appeals, overturned];
  return html`<tr id="${rule}"><th scope="row"><a href="${href(path)}"><span class="id">${rule}</span> ${title}</a></th>${counts.map((count) => html`<td>${count}</td>`)}</tr>`;
}
