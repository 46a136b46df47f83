import type { Html } from '../html.ts';
import { href, html, unparted } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';

export interface JuriesModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** Newest first. */
  readonly juries: readonly {
    readonly id: string;
    /** Its page, for members. */
    readonly path?: string;
    readonly about: string;
    readonly question: string;
    readonly stands: string;
  }[];
}

/** The juries of a community, and what they decided. */
export function juriesPage({ shell, community, juries }: JuriesModel): Html {
  const lead =
    'Where people have to judge, members drawn by lot do it: each for oneself at first, then together. Anybody can check the draw.';
  return page(
    { shell, title: `Juries · ${community.title}` },
    html`${heading({ kind: within(community), title: 'Juries', lead })}
<ul class="plain">${juries.map(
      ({ id, path, about, question, stands }) =>
        html`<li class="entry"><h2>${path === undefined ? unparted(question) : html`<a href="${href(path)}">${unparted(question)}</a>`}</h2><p class="by">Jury ${id} on ${about}</p><p>${stands}</p></li>`,
    )}</ul>
<p class="caught-up">${juries.length === 0 ? 'No jury has been called yet. One is called where a case or an appeal needs judging.' : 'That is all.'}</p>`,
    howWeRunThis(community),
  );
}

export interface JuryDutyModel {
  readonly shell: Shell;
  readonly duties: readonly {
    readonly community: CommunityBrief;
    readonly question: string;
    readonly path: string;
    /** What is asked, and until when. */
    readonly asks: string;
    /** Absent: there is nothing to do now. */
    readonly until?: Date;
  }[];
}

/** What juries wait for from the viewer. */
export function juryDutyPage({ shell, duties }: JuryDutyModel): Html {
  return page(
    { shell, title: 'Jury duty' },
    html`${heading({ title: 'Jury duty', lead: 'What juries in your communities wait for from you. Only you are shown this.' })}
<ul class="plain">${duties.map(
      ({ community, question, path, asks }) =>
        html`<li class="entry"><h2><a href="${href(path)}">${unparted(question)}</a></h2><p class="by">${within(community)}</p><p>${asks}</p></li>`,
    )}</ul>
<p class="caught-up">${duties.length === 0 ? 'No jury waits for you. Whoever is drawn gets a notice.' : 'That is all.'}</p>`,
  );
}
