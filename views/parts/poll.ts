import type { Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Message } from '../words/language.ts';
import { POLL } from '../words/post-parts.ts';
import { type Say, speaker } from '../words/speaking.ts';
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
  /** What the viewer did already, or who votes, and where. */
  readonly said?:
    | { readonly kind: 'seconded-there' | 'voted-there' | 'members-vote' }
    | { readonly kind: 'voted'; readonly what: string };
}

/** The poll's form while it is open, its figures when it is over. `key` keeps the polls of one page apart. */
export function poll(model: PollModel, key: string, question: string, say: Say = speaker('en')): Part {
  return html`<div class="poll">${maybe(model.action, (action) => ballotForm({ ...model, action }, key, question, say))}${maybe(model.counts, (counts) => results(model, counts, key, say))}${
    // What can be answered about a proposal stands on its own page, with what each answer means.
    model.action === undefined && model.counts === undefined && model.proposal === undefined
      ? html`<ul>${model.choices.map((choice) => html`<li>${choice.label}</li>`)}</ul>`
      : nothing
  }${maybe(model.said, (said) => html`<p>${whatIsSaid(said, say)}</p>`)}<p class="who-sees">${closing(model, say)}${maybe(model.proposal, ({ id, path }) => html` <a href="${href(path)}">${say(POLL.proposal, { id })}</a>`)}</p></div>`;
}

const SAID: Readonly<Record<'seconded-there' | 'voted-there' | 'members-vote', Message>> = {
  'seconded-there': POLL.secondedThere,
  'voted-there': POLL.votedThere,
  'members-vote': POLL.membersVote,
};

const whatIsSaid = (said: NonNullable<PollModel['said']>, say: Say): Part =>
  said.kind === 'voted' ? say(POLL.voted, { what: said.what }) : say(SAID[said.kind]);

function ballotForm(model: PollModel & { readonly action: string }, key: string, question: string, say: Say): Part {
  const options = model.choices.map(({ value, label, consequence }) =>
    consequence === undefined ? { value, label } : { value, label, hint: consequence },
  );
  const legend = say(POLL.yourVote, { question });
  return html`<form method="post" action="${href(model.action)}">${choices({ form: EMPTY_FORM, name: 'choice', legend, options, id: `poll-${key}`, multiple: model.multiple, say })}${act(say.text(POLL.vote))}</form>`;
}

function results(model: PollModel, counts: readonly number[], key: string, say: Say): Part {
  const figures = model.choices.map((choice, at) => ({ label: choice.label, count: counts[at] ?? 0 }));
  const title =
    model.countedBy === undefined ? say.text(POLL.result) : say.text(POLL.resultBy, { server: model.countedBy });
  return bars({ id: `poll-${key}`, title, figures }, say);
}

function closing({ closedAt, closesAt }: PollModel, say: Say): Part {
  if (closedAt) return say(POLL.closed, { time: time(closedAt, say.language) });
  return closesAt ? say(POLL.openUntil, { time: time(closesAt, say.language) }) : say(POLL.open);
}
