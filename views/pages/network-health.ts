import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type Arcs, arcs } from '../parts/arcs.ts';
import { trend } from '../parts/trend.ts';
import { HEALTH } from '../words/health.ts';
import { METHOD } from '../words/health-method.ts';
import type { Message } from '../words/language.ts';
import { link, type Say } from '../words/speaking.ts';

export interface ShareModel {
  readonly part: number;
  readonly whole: number;
}

/** What can be told; what is absent is not. */
export interface FiguresModel {
  readonly speed?: { readonly within: 'hour' | '4-hours' | 'day' | '3-days' | '14-days' };
  readonly unanswered?: ShareModel;
  readonly crossing?: ShareModel;
  readonly ofThree?: ShareModel;
  readonly outcomes?: ShareModel;
}

export interface NetworkHealthModel {
  readonly shell: Shell;
  /** The community it is about; absent: all of this server's that anybody may read. */
  readonly place?: { readonly title: string; readonly path: string };
  readonly k: number;
  /** The months that the sentences sum up, `2026-10`, oldest first. */
  readonly months: readonly string[];
  readonly figures: FiguresModel;
  /** Up to a year. */
  readonly trend: readonly { readonly month: string; readonly figures: FiguresModel }[];
  readonly organisations?: Pick<Arcs, 'knots' | 'ties'>;
  readonly communities?: Pick<Arcs, 'knots' | 'ties'>;
  /** Where the other places are told of. */
  readonly places: readonly { readonly title: string | null; readonly path: string }[];
  readonly csv: string;
}

type ShareName = 'unanswered' | 'crossing' | 'ofThree' | 'outcomes';

const SHARES: readonly (readonly [ShareName, Message, Message])[] = [
  ['unanswered', HEALTH.unanswered, HEALTH.ofUnanswered],
  ['crossing', HEALTH.crossing, HEALTH.ofCrossing],
  ['ofThree', HEALTH.ofThree, HEALTH.ofThreads],
  ['outcomes', HEALTH.outcomes, HEALTH.ofOutcomes],
];

const TIMES = { hour: 'hour', '4-hours': 'fourHours', day: 'day', '3-days': 'threeDays', '14-days': 'other' } as const;

/** How the network is, in five sentences; then how it was; then how it looks; then how it is reckoned. */
export function networkHealthPage(model: NetworkHealthModel): Html {
  const { shell, place, k } = model;
  const say = sayIn(shell);
  const title = say.text(HEALTH.title);
  const kind = place === undefined ? shell.host : html`<a href="${href(place.path)}">${place.title}</a>`;
  return page(
    { shell, title: place === undefined ? title : `${title} · ${place.title}`, speaks: say.language },
    html`${heading({ kind, title, lead: say(HEALTH.lead) })}
${model.trend.length === 0 ? html`<p class="empty">${say(HEALTH.nothingYet)}</p>` : told(model, say)}
<section><h2>${say(METHOD.title)}</h2>${[METHOD.eight, METHOD.once, METHOD.counted, METHOD.nobody].map((message) => html`<p>${say(message, { k })}</p>`)}</section>`,
    html`<section class="note"><h2>${say(METHOD.data)}</h2><p>${say(METHOD.download, { a: link(model.csv), k })}</p></section>
${when(model.places.length > 0, () => html`<section><h2>${say(METHOD.places)}</h2><ul class="plain">${model.places.map((one) => html`<li><a href="${href(one.path)}">${one.title ?? say(METHOD.everywhere)}</a></li>`)}</ul></section>`)}`,
  );
}

function told(model: NetworkHealthModel, say: Say): Part {
  const picture = (which: 'organisations' | 'communities', title: Message, note: Message): Part =>
    maybe(
      model[which],
      (network) =>
        html`<section><h2>${say(title)}</h2>${arcs({ ...network, id: which, title: say.text(title), note: say.text(note) }, say)}</section>`,
    );
  return html`<section><h2>${say(HEALTH.sentences)}</h2><p class="who-sees">${say(HEALTH.months, { months: monthsInWords(model.months, say) })}</p>
<ul class="plain sentences">${sentences(model.figures, say).map((sentence) => html`<li class="text">${sentence}</li>`)}</ul></section>
<section><h2>${say(HEALTH.trend)}</h2>${trend(trendOf(model, say), say)}</section>
${picture('organisations', HEALTH.organisations, HEALTH.organisationsNote)}
${picture('communities', HEALTH.communities, HEALTH.communitiesNote)}`;
}

function sentences(figures: FiguresModel, say: Say): readonly Part[] {
  const untold = (what: Message): Part =>
    html`<span class="who-sees">${say(HEALTH.notTold, { what: say.text(what) })}</span>`;
  const { speed } = figures;
  return [
    speed === undefined ? untold(HEALTH.ofSpeed) : say(HEALTH.speed, { within: TIMES[speed.within] }),
    ...SHARES.map(([name, message, what]) => {
      const found = figures[name];
      return found === undefined ? untold(what) : say(message, { ...found, share: shareOf(found) });
    }),
  ];
}

const shareOf = ({ part, whole }: ShareModel): number => (whole === 0 ? 0 : part / whole);

function trendOf({ trend: points }: NetworkHealthModel, say: Say) {
  return {
    months: points.map(({ month }) => monthInWords(month, say)),
    lines: SHARES.map(([name, , what]) => ({
      title: say.text(what),
      shares: points.map(({ figures }) => {
        const found = figures[name];
        return found === undefined || found.whole === 0 ? null : shareOf(found);
      }),
    })),
  };
}

function monthsInWords(months: readonly string[], say: Say): Part {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return nothing;
  return first === last ? monthInWords(first, say) : `${monthInWords(first, say)} – ${monthInWords(last, say)}`;
}

const monthInWords = (month: string, say: Say): string =>
  new Intl.DateTimeFormat(say.language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
