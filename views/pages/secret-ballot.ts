import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { optionWords } from '../parts/ballot.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { act, choices, EMPTY_FORM, field } from '../parts/field.ts';
import { spoken } from '../parts/for-script.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';
import { BALLOT, CHOICE } from '../words/ballots.ts';
import { PROPOSAL } from '../words/proposals.ts';
import { RESULT } from '../words/results.ts';
import { SECRET_LIMITS } from '../words/secret-limits.ts';
import { BALLOT_SCRIPT } from '../words/secret-script.ts';
import { SECRET, SECRET_OVER } from '../words/secret-votes.ts';
import { link, type Say, speaker } from '../words/speaking.ts';
import { told } from '../words/told.ts';
import { NOT_YOURS } from '../words/what-follows.ts';

/** A secret vote, step by step. */
export interface SecretBallotModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly id: string;
  /** The proposal's own page. */
  readonly path: string;
  readonly title: string;
  /** A sentence in the page's language: whom the ballots are sealed to. */
  readonly sealedTo: string;
  readonly stage: Stage;
  /** Changes when the script does. */
  readonly origin: string;
}

export type Stage =
  /** A sentence in the page's language where there is nothing to do. */
  | { readonly state: 'wait'; readonly says: string }
  | {
      readonly state: 'open';
      readonly until: Date;
      /** What the script works with, as JSON. */
      readonly setup: string;
      /** The viewer may have a paper; otherwise why not: nobody is signed in, or what the action says. */
      readonly visitor?: boolean;
      readonly refusal?: Sentence;
      /** She was given one already. */
      readonly issued: boolean;
      /** What a ranked vote chooses between; a vote of yes and no has none. */
      readonly options: readonly { readonly id: string; readonly words: string }[];
      readonly code?: string;
    }
  | { readonly state: 'over'; readonly closed: Closed };

/** What is told after the close. */
export interface Closed {
  readonly ballots: number;
  readonly issued: number;
  readonly roll: number;
  readonly root: string;
  /** A sentence in the page's language: how far the count is. */
  readonly says: string;
  /** Who was given a paper: for members. */
  readonly papers?: readonly Author[];
  readonly disputableUntil?: Date;
  readonly disputes: readonly { readonly author: Author; readonly why: string; readonly at: Date }[];
  /** The bundle may be had. */
  readonly bundle: boolean;
  readonly receipt?: Proof;
}

/** Where a receipt stands on the board. */
export type Proof =
  | { readonly found: false; readonly leaf: string }
  | { readonly found: true; readonly leaf: string; readonly index: number; readonly proof: readonly string[] };

export function secretBallotPage(model: SecretBallotModel): Html {
  const { shell, community, id, title, path, sealedTo } = model;
  const say = sayIn(shell);
  const limits = [SECRET_LIMITS.order, SECRET_LIMITS.registrar, SECRET_LIMITS.script, SECRET_LIMITS.coercion];
  return page(
    { shell, title: say.text(SECRET.title, { title }), speaks: say.language },
    html`${heading({
      kind: within(community, say.text(SECRET.kind, { id })),
      title,
      lead: html`${say(SECRET.nobodyLearns)} ${sealedTo}`,
    })}
<p><a href="${href(path)}">${say(SECRET.about)}</a></p>
${stage(model, say)}
<section><h2>${say(SECRET_LIMITS.title)}</h2><ul>
${limits.map(
  (one) => html`<li>${say(one)}</li>
`,
)}</ul></section>`,
  );
}

function stage(model: SecretBallotModel, say: Say): Part {
  switch (model.stage.state) {
    case 'wait':
      return html`<p>${model.stage.says}</p>`;
    case 'open':
      return secretForms(model, model.stage, say);
    case 'over':
      return over(model.path, model.stage.closed, say);
  }
}

/** The voter's steps, while the vote is open. `codePath`: where a code is asked for, if not below the vote's own page. */
export function secretForms(
  model: Pick<SecretBallotModel, 'path' | 'origin'> & { readonly codePath?: string },
  open: Extract<Stage, { state: 'open' }>,
  say: Say = speaker('en'),
): Part {
  return html`<p>${say(SECRET.closes, { time: time(open.until, say.language) })}</p>
${when(open.visitor === true, () => html`<p class="note">${say(NOT_YOURS['sign-in'])}</p>`)}${maybe(open.refusal, (why) => html`<p class="note">${told(why, say)}</p>`)}
${when(open.issued, () => html`<p>${say(SECRET.issued)}</p>`)}
<div id="with-script" hidden>
<p id="secret-status" role="status"></p>
<section id="get-paper"><h2>${say(SECRET.getTitle)}</h2>
<p>${say(SECRET.getText)}</p>
<button class="do" type="button" id="get-paper-button">${say(SECRET.getButton)}</button></section>
<form id="cast" class="ballot" method="post" action="${href(`${model.path}/secret/cast`)}" data-setup="${open.setup}" data-words="${spoken(BALLOT_SCRIPT, say)}" hidden>
<h2 id="cast-heading" tabindex="-1">${say(SECRET.voteTitle)}</h2>
${ballot(open.options, say)}${act(say.text(SECRET.castButton))}
<p class="who-sees">${say(SECRET.sealed)}</p></form>
<section id="receipt" hidden><h2 id="receipt-heading" tabindex="-1">${say(SECRET.keepTitle)}</h2>
<p>${say(SECRET.keepText)}</p><p><code id="receipt-leaf"></code></p></section>
</div>
${withoutScript(model, open, say)}
<script type="module" src="/assets/secret-ballot.js"></script>`;
}

function withoutScript(
  { path, origin, codePath = `${path}/secret/code` }: Parameters<typeof secretForms>[0],
  { code, refusal, visitor = false }: Extract<Stage, { state: 'open' }>,
  say: Say,
): Html {
  const address = `${origin}${path}/secret`;
  const commands = (given: string): Html =>
    html`<pre tabindex="0" role="region" aria-label="${say.text(SECRET.commands)}" dir="ltr"><code>node ballot.mjs paper ${address} ${given}
node ballot.mjs vote ${address} "yes"</code></pre>`;
  return html`<section><h2>${say(SECRET.without)}</h2>
<p>${say(SECRET.withoutText, { a: link('/ballot.mjs') })}</p>
${maybe(code, (given) => html`<p>${say(SECRET.code, { code: html`<code>${given}</code>` })}</p>${commands(given)}`)}
${when(refusal === undefined && !visitor, () => html`<form method="post" action="${href(codePath)}">${act(say.text(SECRET.makeCode))}</form>`)}</section>`;
}

function ballot(options: Extract<Stage, { state: 'open' }>['options'], say: Say): Part {
  if (options.length === 0) {
    return choices({
      form: EMPTY_FORM,
      name: 'choice',
      legend: say(BALLOT.yours),
      options: [
        { value: 'yes', label: say.text(CHOICE.yes) },
        { value: 'no', label: say.text(CHOICE.no) },
        { value: 'abstain', label: say.text(CHOICE.abstain), hint: say.text(BALLOT.ifAbstain) },
      ],
      say,
    });
  }
  return html`<fieldset class="ask"><legend>${say(SECRET.order)}</legend><p class="hint">${say(SECRET.orderHint)}</p>
${options.map((one) => html`<div class="ask"><label class="field" for="rank-${one.id}">${optionWords(one, say)}</label><input id="rank-${one.id}" type="text" inputmode="numeric" class="short" data-option="${one.id}"></div>`)}
<label class="choice"><input type="radio" name="choice" value="abstain"><span>${say(CHOICE.abstain)}<small>${say(BALLOT.ifAbstain)}</small></span></label></fieldset>`;
}

function over(path: string, closed: Closed, say: Say): Part {
  const { ballots, issued, roll, root, receipt, disputes } = closed;
  const row = (label: Part, count: number): Html => html`<tr><th scope="row">${label}</th><td>${count}</td></tr>`;
  const form = { values: receipt ? { leaf: receipt.leaf } : {}, errors: {} };
  return html`<section><h2>${say(SECRET_OVER.title)}</h2><p>${closed.says}</p>
<table><caption class="heard">${say(SECRET_OVER.papersAndBallots)}</caption><tbody>${row(say(SECRET_OVER.roll), roll)}${row(say(SECRET_OVER.issued), issued)}${row(say(SECRET_OVER.ballots), ballots)}</tbody></table>
<details><summary>${say(RESULT.checking)}</summary><p>${say(SECRET_OVER.root)}</p><p><code>${root}</code></p></details></section>
<section><h2>${say(BALLOT.receiptTitle)}</h2><form method="post" action="${href(`${path}/secret/receipt`)}">${field({ form, name: 'leaf', label: say(BALLOT.receipt), code: true, max: 64, say })}${act(say.text(SECRET_OVER.look))}</form>${maybe(receipt, (one) => proof(one, say))}</section>
<section><h2>${say(SECRET_OVER.recount)}</h2>${recount(path, closed.bundle, say)}</section>
${papers(path, closed, say)}
${when(disputes.length > 0, () => html`<section><h2>${say(PROPOSAL.disputed)}</h2><ul class="plain">${disputes.map(({ author, why, at }) => html`<li><p class="by">${byline(author)}, ${time(at, say.language)}</p><p>${why}</p></li>`)}</ul></section>`)}`;
}

function recount(path: string, bundle: boolean, say: Say): Html {
  if (!bundle) return html`<p>${say(SECRET_OVER.noRecount)}</p>`;
  const files = { bundle: link(`${path}/bundle.json`), program: link('/verify-election.mjs') };
  return html`<p>${say(SECRET_OVER.download, files)}</p><pre tabindex="0" role="region" aria-label="${say.text(SECRET.command)}" dir="ltr"><code>node verify-election.mjs bundle.json</code></pre>`;
}

/** For members: who was given a paper, and how to say that something is wrong with that. */
function papers(path: string, { papers: all, disputableUntil }: Closed, say: Say): Part {
  if (all === undefined) return nothing;
  const dispute = (until: Date): Html => {
    const hint = say(SECRET_OVER.wrongHint, { time: time(until, say.language) });
    const asked = { form: EMPTY_FORM, name: 'why', label: say(SECRET_OVER.wrong), hint, rows: 3, max: 2000, say };
    return html`<form method="post" action="${href(`${path}/secret/dispute`)}">${field(asked)}${act(say.text(SECRET_OVER.dispute))}</form>`;
  };
  return html`<section><h2>${say(SECRET_OVER.papers)}</h2><p>${say(SECRET_OVER.papersText)}</p>${all.length === 0 ? html`<p>${say(SECRET_OVER.nobody)}</p>` : html`<ul class="plain">${all.map((author) => html`<li class="by">${byline(author)}</li>`)}</ul>`}
${maybe(disputableUntil, dispute)}</section>`;
}

function proof(receipt: Proof, say: Say): Part {
  if (!receipt.found) return html`<p role="status">${say(SECRET_OVER.notFound)}</p>`;
  return html`<p role="status">${say(SECRET_OVER.found, { place: receipt.index + 1 })}</p><details><summary>${say(SECRET_OVER.proof)}</summary><p>${say(SECRET_OVER.proofText)}</p><ol>${receipt.proof.map((step) => html`<li><code>${step}</code></li>`)}</ol></details>`;
}
