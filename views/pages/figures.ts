import type { Html, Part } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { FIGURES } from '../words/charter.ts';
import { HOW } from '../words/how-we-run-this.ts';
import type { Say } from '../words/speaking.ts';

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
  const say = sayIn(shell);
  const title = say.text(HOW.figures);
  return page(
    { shell, title: `${title} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: within(community), title, lead: say(FIGURES.lead) })}
${figures.length === 0 ? html`<p class="empty">${say(FIGURES.none)}</p>` : table(figures, say)}
<p><a href="${href(`${community.path}/cases`)}">${say(FIGURES.cases)}</a></p>`,
    howWeRunThis(community, say),
  );
}

const COLUMNS = [FIGURES.rule, FIGURES.caseCount, FIGURES.measures, FIGURES.appealed, FIGURES.overturned] as const;

function table(figures: FiguresModel['figures'], say: Say): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say.text(FIGURES.byRule)}"><table><caption class="heard">${say(FIGURES.caption)}</caption><thead><tr>${COLUMNS.map((name) => html`<th scope="col">${say(name)}</th>`)}</tr></thead><tbody>${figures.map((one) => row(one, say))}</tbody></table></div>
<p class="hint">${say(FIGURES.fewHint)}</p>`;
}

function row({ rule, title, path, ...told }: FiguresModel['figures'][number], say: Say): Part {
  const counts = [told.cases, told.measures, told.appeals, told.overturned].map((one) =>
    one === 'few' ? say(FIGURES.few) : one,
  );
  return html`<tr id="${rule}"><th scope="row"><a href="${href(path)}"><span class="id">${rule}</span> ${title}</a></th>${counts.map((count) => html`<td>${count}</td>`)}</tr>`;
}
