import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, unparted } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { JURIES } from '../words/juries.ts';
import { NOTICES } from '../words/notices.ts';
import type { Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';
import { toldText } from '../words/told-text.ts';

export interface JuriesModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** Newest first. */
  readonly juries: readonly {
    readonly id: string;
    /** Its page, for members. */
    readonly path?: string;
    readonly about: string;
    readonly question: Sentence;
    readonly stands: string;
  }[];
}

/** The juries of a community, and what they decided. */
export function juriesPage({ shell, community, juries }: JuriesModel): Html {
  const say = sayIn(shell);
  return page(
    { shell, title: `${say.text(JURIES.title)} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: within(community), title: say(JURIES.title), lead: say(JURIES.lead) })}
<ul class="plain">${juries.map(
      ({ id, path, about, question, stands }) =>
        html`<li class="entry"><h2>${path === undefined ? asked(question, say) : html`<a href="${href(path)}">${asked(question, say)}</a>`}</h2><p class="by">${say(JURIES.on, { id, about })}</p><p>${stands}</p></li>`,
    )}</ul>
<p class="caught-up">${say(juries.length === 0 ? JURIES.none : NOTICES.thatIsAll)}</p>`,
    howWeRunThis(community, say),
  );
}

export interface JuryDutyModel {
  readonly shell: Shell;
  readonly duties: readonly {
    readonly community: CommunityBrief;
    readonly question: Sentence;
    readonly path: string;
    /** What is asked, and until when. */
    readonly asks: string;
    /** Absent: there is nothing to do now. */
    readonly until?: Date;
  }[];
}

/** What juries wait for from the viewer. */
export function juryDutyPage({ shell, duties }: JuryDutyModel): Html {
  const say = sayIn(shell);
  return page(
    { shell, title: say.text(JURIES.duty), speaks: say.language },
    html`${heading({ title: say(JURIES.duty), lead: say(JURIES.dutyLead) })}
<ul class="plain">${duties.map(
      ({ community, question, path, asks }) =>
        html`<li class="entry"><h2><a href="${href(path)}">${asked(question, say)}</a></h2><p class="by">${within(community)}</p><p>${asks}</p></li>`,
    )}</ul>
<p class="caught-up">${say(duties.length === 0 ? JURIES.noDuty : NOTICES.thatIsAll)}</p>`,
  );
}

/** What a jury is asked stands in the record, in its words. */
export const asked = (question: Sentence, say: Say): Part =>
  say.language === 'en' ? unparted(toldText(question, say)) : told(question, say);
