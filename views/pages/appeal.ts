import type { Html } from '../html.ts';
import { href, html, maybe, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { contents } from '../parts/contents.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { time } from '../parts/time.ts';
import { CASE_ACTS } from '../words/case-acts.ts';

export interface AppealModel {
  readonly shell: Shell;
  /** Where the form goes: this page itself. */
  readonly path: string;
  readonly community: string;
  readonly title: string;
  /** What was done, and why. */
  readonly reasons: string;
  readonly post?: { readonly sanitisedHtml: string };
  /** Until when it can be contested; absent: it cannot any more. */
  readonly until?: Date;
  /** What the button does. */
  readonly asks: string;
  /** Where it stands, where nothing can be asked for. */
  readonly stands: string;
  /** A jury in the moderators’ place can be demanded until then. */
  readonly demand?: Date;
  readonly form: Form<'words'>;
}

/** Contesting a measure: also for who has no account here, and came by the link that she was sent. */
export function appealPage(model: AppealModel): Html {
  const { shell, path, community, title, reasons, post, until, form, asks, stands } = model;
  const say = sayIn(shell);
  return page(
    { shell, title: `${title} · ${community}`, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: community, title, lead: stands })}
${paragraphs(reasons)}
${maybe(post, ({ sanitisedHtml }) => html`<blockquote>${contents({ sanitisedHtml }, say)}</blockquote>`)}
${maybe(model.demand, (end) => html`<section><h2>${say(CASE_ACTS.inTheirPlace)}</h2><p>${say(CASE_ACTS.mayDemandShort, { time: time(end, say.language) })}</p><form method="post" action="${href(path)}">${act(say.text(CASE_ACTS.demand), { name: 'how', value: 'demand' })}</form></section>`)}
${maybe(
  until,
  (
    end,
  ) => html`<section><h2>${asks}</h2><p>${say(CASE_ACTS.canUntil, { time: time(end, say.language) })}</p><form method="post" action="${href(path)}">
${field({ form, name: 'words', label: say(CASE_ACTS.why), rows: 5, max: 5000, say })}
${act(asks, { name: 'how', value: 'appeal' })}</form></section>`,
)}`,
  );
}
