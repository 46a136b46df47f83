import type { Html, Part } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { act, EMPTY_FORM, field } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';
import { DELEGATIONS } from '../words/delegations.ts';
import type { Say } from '../words/speaking.ts';

export interface DelegationsModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** Where the forms go. */
  readonly path: string;
  /** Days after which a delegation ends. */
  readonly days: number;
  /** For so many others one member may vote. */
  readonly most: number;
  /** Who votes for the viewer. */
  readonly mine?: DelegationModel;
  /** For whom the viewer votes. */
  readonly forOthers: readonly DelegationModel[];
}

export interface DelegationModel {
  readonly author: Author;
  readonly until: Date;
}

/** Who votes for the viewer where she does not vote herself, and for whom she does. */
export function delegationsPage(model: DelegationsModel): Html {
  const { shell, community, path, days, most, mine, forOthers } = model;
  const say = sayIn(shell);
  const title = say.text(DELEGATIONS.title);
  const example = html`<span class="handle">@jonas@north.example</span>`;
  return page(
    { shell, title: `${title} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: within(community), title, lead: say(DELEGATIONS.lead, { days }) })}
<section><h2>${say(DELEGATIONS.forYou)}</h2>${mine === undefined ? html`<p>${say(DELEGATIONS.nobody)}</p>` : given(mine, path, say)}
<form method="post" action="${href(path)}">${field({
      form: EMPTY_FORM,
      name: 'delegate',
      label: say(mine === undefined ? DELEGATIONS.ask : DELEGATIONS.askInstead),
      hint: say(DELEGATIONS.hint, { handle: example, most }),
      code: true,
      max: 200,
      say,
    })}${act(say.text(DELEGATIONS.askThem))}<p class="who-sees">${say(DELEGATIONS.seen)}</p></form></section>
<section><h2>${say(DELEGATIONS.forOthers)}</h2>${others(forOthers, say)}</section>`,
  );
}

function given(one: DelegationModel, path: string, say: Say): Part {
  return html`<p class="by">${whoUntil(one, say)}</p><form method="post" action="${href(`${path}/end`)}">${act(say.text(DELEGATIONS.myself))}</form>`;
}

function others(all: readonly DelegationModel[], say: Say): Part {
  if (all.length === 0) return html`<p>${say(DELEGATIONS.noneAsked)}</p>`;
  return html`<p>${say(DELEGATIONS.yourBallot)}</p><ul class="plain">${all.map((one) => html`<li class="by">${whoUntil(one, say)}</li>`)}</ul>`;
}

const whoUntil = ({ author, until }: DelegationModel, say: Say): Html =>
  html`${byline(author)} <span>${say(DELEGATIONS.until, { time: time(until, say.language) })}</span>`;
