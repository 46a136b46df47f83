import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type AudienceModel, audience } from '../parts/audience.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { langOf } from '../parts/contents.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, choices, failed, field } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import type { PostModel } from '../parts/post.ts';
import { post } from '../parts/post.ts';
import { time } from '../parts/time.ts';
import { PROBLEM, PROBLEMS } from '../words/problems.ts';
import type { Say } from '../words/speaking.ts';
import type { ProblemStanding } from './problems.ts';

export interface ProblemModel {
  readonly shell: Shell;
  readonly community: Pick<CommunityBrief, 'title' | 'path'>;
  readonly title: string;
  readonly path: string;
  /** The page of its whole thread. */
  readonly thread: string;
  /** Who sees it. */
  readonly audience: AudienceModel;
  readonly state: ProblemStanding;
  readonly opening: PostModel;
  readonly owners: readonly { readonly author: Author; readonly since: Date }[];
  readonly tries: readonly PostModel[];
  readonly learned: readonly PostModel[];
  readonly changes: readonly PostModel[];
  readonly aside?: PostModel;
  /** What the viewer may do: nothing for who is no member. */
  readonly may?: { readonly own: boolean; readonly stepBack: boolean; readonly tell: boolean };
  readonly form: Form<'what' | 'text'>;
}

const STATES = {
  open: PROBLEMS.openTitle,
  tried: PROBLEMS.triedTitle,
  changed: PROBLEMS.changedTitle,
  'set-aside': PROBLEMS.asideTitle,
} as const;

/** A sticky problem: the question and who has taken it on, then tries and learning, then what changed. */
export function problemPage(model: ProblemModel): Html {
  const { shell, community, title, form, state } = model;
  const say = sayIn(shell);
  return page(
    { shell, title, failed: failed(form), speaks: say.language, decision: true },
    html`<div class="what">${errorSummary(form, say)}${heading({ kind: html`${say(PROBLEMS.kind)} ${say(PROBLEMS.inCommunity)} <a href="${href(community.path)}">${community.title}</a> · ${say(STATES[state])}`, title: html`<span dir="auto"${langOf(model.opening)}>${title}</span>` })}
<p class="who-sees"><span aria-hidden="true">◌</span> <span>${audience(model.audience, say)}</span></p>
${post(model.opening, 'head', say)}</div>
<div class="side">${owners(model, say)}</div>
<div class="rest">${maybe(model.aside, (one) => some(say(PROBLEM.aside), [one], say))}${some(say(PROBLEM.changed), model.changes, say)}
<section><h2>${say(PROBLEM.tries)}</h2>${model.tries.length === 0 ? html`<p class="empty">${say(PROBLEM.noTries)}</p>` : model.tries.map((one) => post(one, 'in-thread', say))}</section>
${some(say(PROBLEM.learned), model.learned, say)}
${maybe(model.may, () => sayForm(model, say))}
<p><a href="${href(model.thread)}">${say(PROBLEM.thread)}</a></p></div>`,
  );
}

const some = (title: Part, posts: readonly PostModel[], say: Say): Part =>
  posts.length === 0
    ? nothing
    : html`<section><h2>${title}</h2>${posts.map((one) => post(one, 'in-thread', say))}</section>`;

function owners({ owners: all, may, path }: ProblemModel, say: Say): Html {
  const list = all.map(
    ({ author, since }) =>
      html`<li><p class="by">${byline(author)}</p><p class="by">${say(PROBLEM.since, { when: time(since, say.language) })}</p></li>`,
  );
  const own = html`<form method="post" action="${href(path)}"><button class="do" type="submit" name="what" value="own">${say(PROBLEM.ownIt)}</button></form>`;
  const back = html`<form method="post" action="${href(path)}"><button class="plain" type="submit" name="what" value="stepBack">${say(PROBLEM.stepBack)}</button></form>`;
  return html`<section class="note"><h2>${say(PROBLEM.owners)}</h2>${all.length === 0 ? html`<p>${say(PROBLEMS.notOwned)}</p>` : html`<ul class="plain">${list}</ul>`}${may?.own ? own : nothing}${may?.stepBack ? back : nothing}<p class="hint">${say(PROBLEM.fromElsewhere)}</p></section>`;
}

function sayForm({ form, may, path, state }: ProblemModel, say: Say): Html {
  const option = (value: string, label: (typeof PROBLEM)['isTry']) => ({ value, label: say.text(label) });
  const telling =
    state === 'set-aside'
      ? [option('openAgain', PROBLEM.isOpenAgain)]
      : [option('changed', PROBLEM.isChanged), option('setAside', PROBLEM.isAside)];
  const options = [option('tried', PROBLEM.isTry), option('learned', PROBLEM.isLearned), ...(may?.tell ? telling : [])];
  return html`<section id="say"><h2>${say(PROBLEM.say)}</h2><form method="post" action="${href(path)}">
${choices({ say, form, name: 'what', legend: say(PROBLEM.what), options })}
${field({ say, form, name: 'text', label: say(PROBLEM.text), rows: 5, autocomplete: 'off', max: 9000 })}
${act(say.text(PROBLEM.send))}
</form></section>`;
}
