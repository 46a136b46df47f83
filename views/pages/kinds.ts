import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import type { PostModel } from '../parts/post.ts';
import { posts } from '../parts/post.ts';
import { KIND_LEADS, KIND_NAMES, KINDS } from '../words/kinds.ts';
import type { Say } from '../words/speaking.ts';

type Known = keyof typeof KIND_NAMES;

/** The kinds that a community knows, and what each is for. */
export interface KindsModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** Kinds that members named; `mayDrop`: the viewer may take it off the list. */
  readonly own: readonly { readonly kind: string; readonly tag: string; readonly mayDrop: boolean }[];
  /** The viewer may name one. */
  readonly mayName: boolean;
  readonly form: Form<'tag'>;
}

export function kindsPage(model: KindsModel): Html {
  const { shell, community, own, form } = model;
  const say = sayIn(shell);
  const title = say.text(KINDS.title);
  const known = Object.keys(KIND_NAMES) as Known[];
  return page(
    { shell, title, failed: failed(form), speaks: say.language },
    html`${errorSummary(form, say)}${heading({ kind: within(community), title, lead: say(KINDS.lead) })}
<p><a href="${href(`${community.path}/kinds/workingoutloud?which=open`)}">${say(KINDS.open)}</a></p>
<h2>${say(KINDS.ofAll)}</h2>
<ul class="plain">${known.map((kind) => kindEntry(community, kind, say(KIND_NAMES[kind]), say(KIND_LEADS[kind])))}</ul>
<h2>${say(KINDS.own)}</h2>
${own.length === 0 ? html`<p class="empty">${say(KINDS.noneOwn)}</p>` : html`<ul class="plain">${own.map((one) => kindEntry(community, one.kind, `#${one.tag}`, say(KINDS.ownLead), one.mayDrop ? dropForm(community, one.tag, say) : nothing))}</ul>`}
${model.mayName ? nameForm(model, say) : nothing}`,
  );
}

function kindEntry(community: CommunityBrief, kind: string, name: Part, lead: Part, acts: Part = nothing): Html {
  return html`<li class="entry"><h3><a href="${href(`${community.path}/kinds/${kind}`)}">${name}</a></h3><p>${lead}</p>${acts}</li>`;
}

function dropForm({ path }: CommunityBrief, tag: string, say: Say): Html {
  return html`<form method="post" action="${href(`${path}/kinds/drop`)}"><input type="hidden" name="tag" value="${tag}"><button class="plain" type="submit">${say(KINDS.drop)}<span class="heard">: #${tag}</span></button></form>`;
}

function nameForm({ community, form }: KindsModel, say: Say): Html {
  return html`<form method="post" action="${href(`${community.path}/kinds`)}">
<h3>${say(KINDS.name)}</h3>
${field({ say, form, name: 'tag', label: say(KINDS.nameLabel), hint: say(KINDS.nameHint), autocomplete: 'off', max: 51, code: true })}
${act(say.text(KINDS.name))}
</form>`;
}

/** Everything of one kind in a community, newest first. */
export interface KindModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly kind: string;
  /** For a kind that members named: as it is written, with its `#`. */
  readonly ownName?: string;
  /** Of working out loud: whether only open invitations are shown. */
  readonly which: 'all' | 'open';
  readonly posts: readonly PostModel[];
  readonly older?: string;
  readonly newer?: string;
  /** The viewer may write here, and this kind opens threads. */
  readonly mayWrite: boolean;
  /** Where a reader of feeds follows it. */
  readonly feed?: string;
}

export function kindPage(model: KindModel): Html {
  const { shell, community, kind, ownName, which } = model;
  const say = sayIn(shell);
  const known = Object.hasOwn(KIND_NAMES, kind) ? (kind as Known) : undefined;
  const title = known === undefined ? (ownName ?? `#${kind}`) : say.text(KIND_NAMES[known]);
  const lead = say(known === undefined ? KINDS.ownLead : KIND_LEADS[known]);
  return page(
    {
      ...{ shell, title, speaks: say.language },
      ...(model.feed === undefined ? {} : { feeds: [{ title, path: model.feed }] }),
    },
    html`${heading({ kind: html`${within(community)} · <a href="${href(`${community.path}/kinds`)}">${say(KINDS.title)}</a>`, title, lead })}
${kind === 'workingoutloud' ? filter(model, say) : nothing}
${model.posts.length === 0 ? html`<p class="empty">${say(which === 'open' ? KINDS.noneOpen : KINDS.none)}</p>` : html`<h2 class="heard">${title}</h2>${posts(model.posts, say)}`}
${model.older === undefined && model.posts.length > 0 ? html`<p class="caught-up">${say(KINDS.end)}</p>` : nothing}${turning(model, say)}
${model.mayWrite ? html`<p><a href="${href(`${community.path}/write?kind=${kind}`)}">${say(KINDS.write)}</a></p>` : nothing}`,
  );
}

function filter({ community, which }: KindModel, say: Say): Html {
  const path = `${community.path}/kinds/workingoutloud`;
  const one = (name: 'all' | 'open', to: string) =>
    which === name ? html`<b>${say(KINDS[name])}</b>` : html`<a href="${href(to)}">${say(KINDS[name])}</a>`;
  return html`<nav class="pages" aria-label="${say.text(KINDS.which)}">${one('all', path)}${one('open', `${path}?which=open`)}</nav>`;
}

function turning({ older, newer }: KindModel, say: Say): Part {
  if (older === undefined && newer === undefined) return nothing;
  return html`<nav class="pages" aria-label="${say.text(KINDS.pages)}">${maybe(newer, (path) => html`<a rel="prev" href="${href(path)}">${say(KINDS.newer)}</a>`)}${maybe(older, (path) => html`<a rel="next" href="${href(path)}">${say(KINDS.older)}</a>`)}</nav>`;
}
