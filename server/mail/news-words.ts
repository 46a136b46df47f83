import { directionOf } from '../../views/words/language.ts';
import { LETTERS_NEWS } from '../../views/words/letters-news.ts';
import type { Say } from '../../views/words/speaking.ts';

/** One thread, or one thing that was said to her. */
export interface NewsItem {
  readonly title: string;
  /** Who wrote it, and anything else worth a line. */
  readonly lines: readonly string[];
  readonly link: string;
  /** By which an answer to it goes into its thread. */
  readonly reply?: string;
}

export interface NewsPart {
  readonly title: string;
  readonly items: readonly NewsItem[];
  /** Sentences without a page of their own, in English. */
  readonly notes?: readonly string[];
}

export interface News {
  readonly host: string;
  readonly lead: string;
  readonly parts: readonly NewsPart[];
  /** How it ends: “You’re caught up.”, unless it could not hold everything. */
  readonly end: string;
  /** Where she changes how often such letters come, or ends them; by her own link. */
  readonly settings: string;
  readonly answers: boolean;
  readonly say: Say;
}

/** As plain text (RFC 3676 readers may wrap it as they like). */
export function newsText({ host, lead, parts, end, settings, answers, say }: News): string {
  const why = say.text(LETTERS_NEWS.why);
  return [
    lead,
    ...(answers ? [say.text(LETTERS_NEWS.answers)] : []),
    ...parts.map((part) => partText(part, say)),
    end,
    `${why}\n${settings}`,
    `-- \n${host}`,
  ].join('\n\n');
}

function partText({ title, items, notes = [] }: NewsPart, say: Say): string {
  return [
    `${title}\n${'='.repeat([...title].length)}`,
    ...items.map(({ title: name, lines, link, reply }) =>
      [
        name,
        ...lines,
        link,
        ...(reply === undefined ? [] : [say.text(LETTERS_NEWS.answerTo, { address: reply })]),
      ].join('\n'),
    ),
    ...(notes.length === 0 ? [] : [notes.map((note) => `– ${note}`).join('\n')]),
  ].join('\n\n');
}

/** The same as HTML: nothing in it is loaded from anywhere, so that nobody learns that it was opened. */
export function newsHtml({ host, lead, parts, end, settings, answers, say }: News): string {
  const { language } = say;
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><title>${escaped(host)}</title></head>
<body style="max-width:36em;margin:1.5em auto;padding:0 1em;font-family:Georgia,serif;line-height:1.5">
<p>${escaped(lead)}</p>${answers ? `<p>${escaped(say.text(LETTERS_NEWS.answers))}</p>` : ''}
${parts.map((part) => partHtml(part, say)).join('\n')}
<p><b>${escaped(end)}</b></p>
<hr><p><small>${escaped(say.text(LETTERS_NEWS.why))} <a href="${escaped(settings)}">${escaped(say.text(LETTERS_NEWS.yours))}</a>. ${escaped(host)}</small></p>
</body></html>
`;
}

function partHtml({ title, items, notes = [] }: NewsPart, say: Say): string {
  const list = items.map(({ title: name, lines, link, reply }) => {
    const answer =
      reply === undefined
        ? ''
        : `<br><a href="mailto:${escaped(reply)}">${escaped(say.text(LETTERS_NEWS.answerByMail))}</a>`;
    return `<h3 style="margin-bottom:0" dir="auto"><a href="${escaped(link)}">${escaped(name)}</a></h3>
<p style="margin-top:0" dir="auto">${lines.map(escaped).join('<br>')}${answer}</p>`;
  });
  const more =
    notes.length === 0
      ? ''
      : `<ul lang="en" dir="ltr">${notes.map((note) => `<li>${escaped(note)}</li>`).join('')}</ul>`;
  return `<h2>${escaped(title)}</h2>\n${list.join('\n')}${more}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');
