import type { Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import { bars } from './bars.ts';
import { act, choices, EMPTY_FORM } from './field.ts';
import { time } from './time.ts';

/** A poll inside a post. */
export interface PollModel {
  readonly choices: readonly { readonly value: string; readonly label: string; readonly consequence?: string }[];
  readonly multiple: boolean;
  readonly closesAt?: Date;
  readonly closedAt?: Date;
  /** Votes per choice in their order; there only when the count is open. */
  readonly counts?: readonly number[];
  readonly voters?: number;
  /** The server that counts, where it is another one: its word is all there is. */
  readonly countedBy?: string;
  readonly proposal?: { readonly id: string; readonly path: string };
  /** Where a vote goes: there when the poll is open and the viewer may vote. */
  readonly action?: string;
  /** What the viewer did already, or why she may not vote. */
  readonly said?: string;
}

/** The poll's form while it is open, its figures when it is over. `key` keeps the polls of one page apart. */
export function poll(model: PollModel, key: string, question: string): Part {
  return html`<div class="poll">${maybe(model.action, (action) => ballotForm(model, action, key, question))}${maybe(model.counts, (counts) => results(model, counts, key))}${
    // What can be answered about a proposal stands on its own page, with what each answer means.
    model.action === undefined && model.counts === undefined && model.proposal === undefined
      ? html`<ul>${model.choices.map((choice) => html`<li>${choice.label}</li>`)}</ul>`
      : nothing
  }${maybe(model.said, (said) => html`<p>${said}</p>`)}<p class="who-sees">${closing(model)}${maybe(model.proposal, ({ id, path }) => html` <a href="${href(path)}">Proposal&nbsp;${id}</a>`)}</p></div>`;
}

function ballotForm(model: PollModel, action: string, key: string, question: string): Part {
  const options = model.choices.map(({ value, label, consequence }) =>
    consequence === undefined ? { value, label } : { value, label, hint: consequence },
  );
  const legend = html`Your vote<span class="heard">: ${question}</span>`;
  return html`<form method="post" action="${href(action)}">${choices({ form: EMPTY_FORM, name: 'choice', legend, options, id: `poll-${key}`, multiple: model.multiple })}${act('Vote')}</form>`;
}

function results(model: PollModel, counts: readonly number[], key: string): Part {
  const figures = model.choices.map((choice, at) => ({ label: choice.label, count: counts[at] ?? 0 }));
  return bars({
    id: `poll-${key}`,
    title: model.countedBy === undefined ? 'Result of the poll' : `Result as counted by ${model.countedBy}`,
    figures,
  });
}

function closing(model: PollModel): Part {
  if (model.closedAt) return html`Closed ${time(model.closedAt)}.`;
  return model.closesAt
    ? html`Open until ${time(model.closesAt)}. Its result is shown after that.`
    : 'Open. Its result is shown at the end.';
}
