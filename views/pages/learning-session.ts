import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { type ContentsModel, contents } from '../parts/contents.ts';
import { errorSummary } from '../parts/error-summary.ts';
import { act, choices, type Form, failed, field } from '../parts/field.ts';
import { type Author, byline, name } from '../parts/person.ts';
import { type PostModel, post } from '../parts/post.ts';
import { time } from '../parts/time.ts';
import type { Message } from '../words/language.ts';
import { LEARNING, SESSION } from '../words/learning.ts';
import type { Say } from '../words/speaking.ts';

/** A thread that shows how what was learned turned out. */
export interface FromWork {
  readonly title: string;
  readonly path: string;
  readonly author: Author;
}

export interface SessionModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly path: string;
  /** Its thread's page. */
  readonly thread: string;
  readonly title?: string;
  /** What its opening says; absent: it was deleted. */
  readonly about?: ContentsModel;
  readonly event?: { readonly startsAt?: Date; readonly endsAt?: Date; readonly place?: string };
  /** Who named themselves. */
  readonly hosts: readonly Author[];
  readonly worked: readonly FromWork[];
  readonly didNotWork: readonly FromWork[];
  readonly reflections: readonly PostModel[];
  readonly answers: readonly PostModel[];
  /** What the viewer may add: the only part of the page in which viewers differ. */
  readonly yours: { readonly mayWrite: boolean; readonly hosting: boolean };
  readonly form: Form<'text' | 'kind'>;
}

/** A learning session: the same for whoever may read it. What differs stands in one section, `#yours`. */
export function sessionPage(model: SessionModel): Html {
  const { shell, community, form } = model;
  const say = sayIn(shell);
  const title = model.title ?? say.text(SESSION.untitled);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: html`${say(SESSION.kind)} · ${within(community)}`, title })}
${facts(model, say)}
${maybe(model.about, contents)}${when(model.about === undefined, () => html`<p class="empty">${say(SESSION.gone)}</p>`)}
${work(model, say)}
<section id="reflections"><h2>${say(SESSION.reflections)}</h2><p class="who-sees">${say(SESSION.sameForAll)}</p>
${said(model.reflections, say)}</section>
${when(model.answers.length > 0, () => html`<section><h2>${say(SESSION.answers)}</h2>${said(model.answers, say)}</section>`)}
${yours(model, say)}`,
    html`${when(model.event?.startsAt !== undefined, () => html`<section><h2>${say(SESSION.calendar)}</h2><p><a href="${href(`${model.path}/calendar.ics`)}">${say(SESSION.file)}</a></p></section>`)}
<section><h2>${say(SESSION.elsewhere)}</h2><p>${say(SESSION.fromElsewhere)}</p></section>
<p><a href="${href(model.thread)}">${say(SESSION.thread)}</a></p><p><a href="${href(`${community.path}/sessions`)}">${say(LEARNING.all)}</a></p>`,
  );
}

function facts({ event, hosts }: SessionModel, say: Say): Part {
  const row = (what: Message, told: Part): Html => html`<div><dt>${say(what)}</dt><dd>${told}</dd></div>`;
  const when = event?.startsAt === undefined ? say(LEARNING.noDate) : time(event.startsAt, say.language);
  const until = maybe(event?.endsAt, (at) => html` ${say(SESSION.until)} ${time(at, say.language)}`);
  const people = hosts.map((host, at) => html`${at === 0 ? nothing : ', '}${name(host)}`);
  return html`<dl>${row(SESSION.when, html`${when}${until}`)}${maybe(event?.place, (place) => row(SESSION.where, place))}${row(SESSION.hosts, hosts.length === 0 ? say(SESSION.noHost) : people)}</dl>`;
}

function work({ worked, didNotWork }: SessionModel, say: Say): Part {
  const list = (title: Message, threads: readonly FromWork[]): Html =>
    html`<h3>${say(title)}</h3>${threads.length === 0 ? html`<p class="empty">${say(SESSION.nothingYet)}</p>` : html`<ul class="plain">${threads.map((one) => html`<li class="entry"><a href="${href(one.path)}">${one.title}</a><p class="by">${byline(one.author)}</p></li>`)}</ul>`}`;
  return html`<section id="work"><h2>${say(SESSION.work)}</h2>${list(SESSION.worked, worked)}${list(SESSION.didNotWork, didNotWork)}</section>`;
}

const said = (posts: readonly PostModel[], say: Say): Part =>
  posts.length === 0
    ? html`<p class="empty">${say(SESSION.nothingYet)}</p>`
    : posts.map((one) => post({ ...one, acts: {} }, 'in-thread', say));

function yours({ community, path, yours: may, form, about }: SessionModel, say: Say): Html {
  if (!may.mayWrite)
    return html`<section id="yours"><p class="empty">${say(SESSION.joinFirst, { title: community.title })}</p></section>`;
  const kinds = [
    { value: 'reflection', label: say.text(SESSION.isReflection) },
    { value: 'answer', label: say.text(SESSION.isAnswer) },
  ];
  const chosen = { ...form, values: { kind: 'reflection', ...form.values } };
  return html`<section id="yours"><h2>${say(SESSION.say)}</h2>
${when(
  about !== undefined,
  () => html`<form method="post" action="${href(`${path}/say`)}">
${field({ say, form: chosen, name: 'text', label: say(SESSION.text), hint: say(SESSION.sayHint), rows: 5, autocomplete: 'off', max: 10_000 })}
${choices({ say, form: chosen, name: 'kind', legend: say(SESSION.what), options: kinds })}
${act(say.text(SESSION.send))}</form>
<p><a href="${href(`${path}/work`)}">${say(SESSION.link)}</a></p>
<form method="post" action="${href(`${path}/host`)}"><button class="plain" type="submit" name="hosting" value="${may.hosting ? 'no' : 'yes'}">${say(may.hosting ? SESSION.stepBack : SESSION.host)}</button></form>`,
)}</section>`;
}
