import type { Html, Part } from '../html.ts';
import { flag, href, html, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type BrowserNoticesModel, browserNotices } from '../parts/browser-notices.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, choices, failed, select } from '../parts/field.ts';
import { QUIET } from '../words/quiet.ts';
import { SHELL } from '../words/shell.ts';
import { link, type Say } from '../words/speaking.ts';

/** `gathered`: when somebody names or answers her. */
export type LetterWay = 'off' | 'gathered' | 'daily' | 'weekly';

export interface QuietModel {
  readonly shell: Shell;
  readonly form: Form<'on' | 'from' | 'until' | 'weekends' | 'zone'>;
  /** All there are (IANA). */
  readonly zones: readonly string[];
  /** Why letters cannot come; absent: they can. */
  readonly noLetters?: 'no-address' | 'not-sent';
  readonly letters: Form<'way'>;
  /** She has had letters. */
  readonly hadLetters: boolean;
  readonly told: BrowserNoticesModel;
}

/** When nothing reaches for somebody, and how she is written to. */
export function quietPage(model: QuietModel): Html {
  const { shell, form, zones, letters } = model;
  const say = sayIn(shell);
  return page(
    { shell, title: say.text(QUIET.title), speaks: say.language, failed: failed(form) || failed(letters) },
    html`${errorSummary(form, say)}${heading({ kind: html`<a href="/you">${say(SHELL.you)}</a>`, title: say(QUIET.title), lead: say(QUIET.lead) })}
<section><h2>${say(QUIET.quiet)}</h2><p>${say(QUIET.quietLead)}</p><form method="post" action="/you/quiet">
${tick('on', say(QUIET.on), form)}
<div class="both">${hour('from', say(QUIET.from), form, say)}${hour('until', say(QUIET.until), form, say)}</div>
${tick('weekends', say(QUIET.weekends), form)}
${select({ form, name: 'zone', label: say(QUIET.zone), options: zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })), say })}
${act(say.text(QUIET.save))}
</form></section>
<section><h2>${say(QUIET.letters)}</h2>${letterForm(model, say)}</section>
${browserNotices(model.told, say)}`,
  );
}

function tick(name: 'on' | 'weekends', label: Part, form: QuietModel['form']): Html {
  return html`<div class="ask"><label class="choice"><input type="checkbox" name="${name}" value="yes"${flag('checked', form.values[name] === 'yes')}><span>${label}</span></label></div>`;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));
const hour = (name: 'from' | 'until', label: Part, form: QuietModel['form'], say: Say): Html =>
  select({ form, name, label, options: HOURS, say });

function letterForm({ noLetters, letters, hadLetters }: QuietModel, say: Say): Part {
  if (noLetters === 'not-sent') return html`<p>${say(QUIET.noLetters)}</p>`;
  if (noLetters === 'no-address') return html`<p>${say(QUIET.noAddress, { a: link('/you/email') })}</p>`;
  return html`<p>${say(QUIET.lettersLead)}</p><form method="post" action="/you/letters">
${ways(letters, say)}
${act(say.text(QUIET.save))}
</form>${hadLetters ? html`<h3>${say(QUIET.renewTitle)}</h3><p>${say(QUIET.renewLead)}</p><form method="post" action="/you/letters/renew"><button class="plain" type="submit">${say(QUIET.renew)}</button></form>` : nothing}`;
}

function ways(form: Form<'way'>, say: Say): Html {
  const options: readonly { readonly value: LetterWay; readonly label: string; readonly hint?: string }[] = [
    { value: 'off', label: say.text(QUIET.off) },
    { value: 'weekly', label: say.text(QUIET.weekly), hint: say.text(QUIET.digestHint) },
    { value: 'daily', label: say.text(QUIET.daily), hint: say.text(QUIET.digestHint) },
    { value: 'gathered', label: say.text(QUIET.gathered), hint: say.text(QUIET.gatheredHint) },
  ];
  return choices({ form, name: 'way', legend: say(QUIET.how), options, say });
}

export interface LettersByLinkModel {
  readonly shell: Shell;
  readonly handle: string;
  readonly action: string;
  readonly form: Form<'way'>;
  /** It was changed just now. */
  readonly saved: boolean;
}

/** By the link in a letter: how often such letters come, and nothing else. */
export function lettersByLinkPage({ shell, handle, action, form, saved }: LettersByLinkModel): Html {
  const say = sayIn(shell);
  return page(
    { shell, title: say.text(QUIET.yours), speaks: say.language, alone: true },
    html`${saved ? html`<div class="notice done" role="status"><p>${say(QUIET.saved)}</p></div>` : nothing}${heading({ kind: shell.host, title: say(QUIET.yours), lead: say(QUIET.byLink, { handle: html`<bdi>${handle}</bdi>` }) })}
<form method="post" action="${href(action)}">${ways(form, say)}${act(say.text(QUIET.save))}</form>`,
  );
}
