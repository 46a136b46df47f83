import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis } from '../parts/community.ts';
import type { Author } from '../parts/person.ts';
import { name } from '../parts/person.ts';
import type { RuleCite } from '../parts/post.ts';
import { cite } from '../parts/post.ts';
import { time } from '../parts/time.ts';
import { CASES } from '../words/cases.ts';
import type { Message } from '../words/language.ts';
import { link, type Say } from '../words/speaking.ts';

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
  const say = sayIn(shell);
  return page(
    { shell, title: `${say.text(CASES.title)} · ${community.title}`, speaks: say.language },
    html`${heading({
      kind: html`<a href="${href(community.path)}">${community.title}</a>`,
      title: say(CASES.title),
      lead: say(CASES.lead),
    })}
${maybe(model.desk, (path) => html`<p><a href="${href(path)}">${say(CASES.desk)}</a></p>`)}
${maybe(waiting, (all) => section(say, CASES.open, all, CASES.noneOpen))}${held(model, say)}
${own.length === 0 ? nothing : section(say, CASES.aboutYou, own)}
${section(say, CASES.decided, decided, CASES.noneDecided)}
<p>${say(CASES.figures, { a: link(`${community.path}/figures`) })}</p>`,
    howWeRunThis(community, say),
  );
}

function section(say: Say, title: Message, cases: readonly CaseBrief[], empty?: Message): Html {
  return html`<section><h2>${say(title)}</h2>${cases.length === 0 ? maybe(empty, (none) => html`<p class="empty">${say(none)}</p>`) : html`<ul class="plain">${cases.map((one) => entry(one, say))}</ul>`}</section>`;
}

function entry(one: CaseBrief, say: Say): Html {
  const { id, about } = one;
  const title = about === undefined ? say(CASES.number, { id }) : say(CASES.numberAbout, { id, name: about.name });
  return html`<li class="entry"><p class="kind">${id} · ${time(one.openedAt, say.language)}</p><h3><a href="${href(one.path)}">${title}</a></h3><p class="by">${cite(one.rule, say)}</p><p>${one.stands}</p></li>`;
}

function held({ held: all = [] }: CasesModel, say: Say): Part {
  if (all.length === 0) return nothing;
  return html`<section><h2>${say(CASES.held)}</h2><ul class="plain">${all.map(({ path, words }, at) => html`<li class="entry"><p class="text">${words}</p><p><a href="${href(path)}">${say(CASES.lookAtHeld, { number: at + 1 })}</a></p></li>`)}</ul></section>`;
}

/** Somebody as a case names her, or how it speaks of her to who may not know. */
export const named = (who: Author | undefined, say: Say): Part => (who === undefined ? say(CASES.somebody) : name(who));
