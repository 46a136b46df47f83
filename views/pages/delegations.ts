import type { Html, Part } from '../html.ts';
import { href, html, maybe } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { act, EMPTY_FORM, field } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';

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
  const lead = `Where you do not vote yourself, somebody else may vote for you: in open votes, for ${days} days, until you take it back. Your own vote always comes first.`;
  return page(
    { shell, title: `Voting for each other · ${community.title}` },
    html`${heading({ kind: within(community), title: 'Voting for each other', lead })}
<section><h2>Who votes for you</h2>${maybe(mine, (one) => given(one, path))}${mine === undefined ? html`<p>Nobody. You vote for yourself.</p>` : ''}
<form method="post" action="${href(path)}">${field({
      form: EMPTY_FORM,
      name: 'delegate',
      label: mine === undefined ? 'Ask somebody to vote for you' : 'Ask somebody else instead',
      hint: `A member’s handle, such as @jonas@north.example. Nobody votes for more than ${most} others.`,
      code: true,
      max: 200,
    })}${act('Ask them')}<p class="who-sees">It stands in the open book, where members see it. They are told.</p></form></section>
<section><h2>For whom you vote</h2>${others(forOthers)}</section>`,
  );
}

function given({ author, until }: DelegationModel, path: string): Part {
  return html`<p class="by">${byline(author)} <span>until ${time(until)}</span></p><form method="post" action="${href(`${path}/end`)}">${act('Vote for myself again')}</form>`;
}

function others(all: readonly DelegationModel[]): Part {
  if (all.length === 0) return html`<p>Nobody has asked you.</p>`;
  return html`<p>Your ballot counts for them too, wherever they do not vote themselves. If you do not vote, neither do they.</p><ul class="plain">${all.map(({ author, until }) => html`<li class="by">${byline(author)} <span>until ${time(until)}</span></li>`)}</ul>`;
}
