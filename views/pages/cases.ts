import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis } from '../parts/community.ts';
import type { Author } from '../parts/person.ts';
import { name } from '../parts/person.ts';
import type { RuleCite } from '../parts/post.ts';
import { cite } from '../parts/post.ts';
import { time } from '../parts/time.ts';

/** A case in a list. */
export interface CaseBrief {
  /** `C-3` */
  readonly id: string;
  readonly path: string;
  /** Whom it is about; nobody is named to who is no member. */
  readonly about?: Author;
  readonly rule: RuleCite;
  readonly openedAt: Date;
  /** Where it stands, in a sentence. */
  readonly stands: string;
}

export interface CasesModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** For those who decide: what waits for them. */
  readonly waiting?: readonly CaseBrief[];
  /** What is about the viewer. */
  readonly own: readonly CaseBrief[];
  /** Decided ones, newest first. */
  readonly decided: readonly CaseBrief[];
  /** Reports that name no rule yet, for whoever finds one. */
  readonly desk?: string;
  /** Held posts whose authors want a person to look. */
  readonly held?: readonly { readonly path: string; readonly words: string }[];
}

/** The cases that somebody may see. */
export function casesPage(model: CasesModel): Html {
  const { shell, community, own, decided, waiting } = model;
  return page(
    { shell, title: `Cases · ${community.title}` },
    html`${heading({
      kind: html`<a href="${href(community.path)}">${community.title}</a>`,
      title: 'Cases',
      lead: 'When somebody reports that a rule was broken, it is looked at here: by moderators, or by a jury of members. Every measure names its rule, and can be appealed.',
    })}
${maybe(model.desk, (path) => html`<p><a href="${href(path)}">Reports that name no rule yet</a></p>`)}
${maybe(waiting, (all) => section('Open', all, 'Nothing waits for a decision.'))}${held(model)}
${own.length === 0 ? nothing : section('About you', own, '')}
${section('Decided', decided, 'Nothing has been decided yet.')}
<p><a href="${href(`${community.path}/figures`)}">Figures, rule by rule</a>. To report a post, use “Report” below it.</p>`,
    howWeRunThis(community),
  );
}

function section(title: string, cases: readonly CaseBrief[], empty: string): Html {
  return html`<section><h2>${title}</h2>${cases.length === 0 ? html`<p class="empty">${empty}</p>` : html`<ul class="plain">${cases.map(entry)}</ul>`}</section>`;
}

function entry(one: CaseBrief): Html {
  return html`<li class="entry"><p class="kind">${one.id} · ${time(one.openedAt)}</p><h3><a href="${href(one.path)}">Case ${one.id}${maybe(one.about, (who) => ` about ${who.name}`)}</a></h3><p class="by">${cite(one.rule)}</p><p>${one.stands}</p></li>`;
}

function held({ held: all = [] }: CasesModel): Part {
  if (all.length === 0) return nothing;
  return html`<section><h2>Held posts to look at</h2><ul class="plain">${all.map(({ path, words }, at) => html`<li class="entry"><p class="text">${words}</p><p><a href="${href(path)}">Look at held posts<span class="heard">, number ${at + 1}</span></a></p></li>`)}</ul></section>`;
}

/** Somebody as a case names her, or how it speaks of her to who may not know. */
export const named = (who: Author | undefined): Part => (who === undefined ? 'somebody' : name(who));
