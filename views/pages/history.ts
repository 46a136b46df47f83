import type { Html, Part } from '../html.ts';
import { href, html, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { time } from '../parts/time.ts';
import type { Say } from '../words/speaking.ts';
import { HISTORY } from '../words/threads.ts';

/** A stretch of text that stayed, went away, or came. */
export interface ChangedText {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

export interface HistoryModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** The post itself. */
  readonly path: string;
  readonly name: string;
  /** In which it is written, where that is known. */
  readonly lang?: string;
  /** Newest first; the last one is the post as it was first, whole. */
  readonly editions: readonly {
    readonly at: Date;
    readonly title: readonly ChangedText[];
    readonly text: readonly ChangedText[];
  }[];
}

/** Every edition of a post, each with what was changed in it. */
export function historyPage(model: HistoryModel): Html {
  const { shell, community, editions, path } = model;
  const say = sayIn(shell);
  const title = say.text(HISTORY.title);
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ kind: within(community), title, lead: say(HISTORY.lead, { name: model.name }) })}
<p><a href="${href(path)}">${say(HISTORY.back)}</a></p>
${editions.map((edition, nth) => one(model, edition, nth === editions.length - 1, say))}`,
  );
}

function one(
  { lang }: HistoryModel,
  { at, title, text }: HistoryModel['editions'][number],
  isFirst: boolean,
  say: Say,
): Html {
  const changed = [...title, ...text].some(({ kind }) => kind !== 'same');
  return html`<section class="edition"><h2>${say(isFirst ? HISTORY.first : HISTORY.changed)} <small>${time(at, say.language)}</small></h2>
${changed || isFirst ? nothing : html`<p class="empty">${say(HISTORY.sameWords)}</p>`}
<div class="text"${lang === undefined ? nothing : html` lang="${lang}"`}>${title.length === 0 ? nothing : html`<h3 dir="auto">${marked(title, say)}</h3>`}${paragraphs(text).map((stretches) => html`<p>${marked(stretches, say)}</p>`)}</div></section>
`;
}

/** Those who hear it hear where a change begins, of which kind it is, and where it ends. */
function marked(stretches: readonly ChangedText[], say: Say): Part {
  return stretches.map(({ kind, text }, nth) => {
    if (kind === 'same' || text.trim() === '') return lines(text);
    const heard = (what: Part) => html`<span class="heard" lang="${say.language}"> ${what} </span>`;
    const inside = html`${heard(say(kind === 'gone' ? HISTORY.gone : HISTORY.put))}${lines(text)}${heard(say(HISTORY.end))}`;
    return kind === 'gone'
      ? html`<del>${inside}</del>`
      : html`${stretches[nth - 1]?.kind === 'gone' ? ' ' : nothing}<ins>${inside}</ins>`;
  });
}

const lines = (text: string): Part => text.split('\n').map((line, nth) => (nth === 0 ? line : html`<br>${line}`));

/** Stretches cut at empty lines. */
function paragraphs(stretches: readonly ChangedText[]): readonly (readonly ChangedText[])[] {
  const all: ChangedText[][] = [[]];
  for (const { kind, text } of stretches) {
    for (const [nth, piece] of text.split(/\n{2,}/).entries()) {
      if (nth > 0) all.push([]);
      if (piece !== '') all.at(-1)?.push({ kind, text: piece });
    }
  }
  return all.filter((one) => one.length > 0);
}
