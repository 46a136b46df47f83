import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { act, choices, EMPTY_FORM, field } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';

/** A secret vote, step by step. */
export interface SecretBallotModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly id: string;
  /** The proposal's own page. */
  readonly path: string;
  readonly title: string;
  /** A sentence: whom the ballots are sealed to. */
  readonly sealedTo: string;
  readonly stage: Stage;
  /** Changes when the script does. */
  readonly origin: string;
}

export type Stage =
  /** A sentence where there is nothing to do. */
  | { readonly state: 'wait'; readonly says: string }
  | {
      readonly state: 'open';
      readonly until: Date;
      /** What the script works with, as JSON. */
      readonly setup: string;
      /** The viewer may have a paper; otherwise why not. */
      readonly refusal?: string;
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
  /** A sentence: how far the count is. */
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
  const { shell, community, id, title, path } = model;
  return page(
    { shell, title: `Secret vote: ${title}` },
    html`${heading({
      kind: within(community, `secret vote on ${id}`),
      title,
      lead: html`Nobody learns how you voted: not other members, and not from this server’s database. ${model.sealedTo}`,
    })}
<p><a href="${href(path)}">What it is about</a></p>
${stage(model)}
${limits}`,
  );
}

function stage(model: SecretBallotModel): Part {
  switch (model.stage.state) {
    case 'wait':
      return html`<p>${model.stage.says}</p>`;
    case 'open':
      return secretForms(model, model.stage);
    case 'over':
      return over(model, model.stage.closed);
  }
}

/** The voter's steps, while the vote is open. `codePath`: where a code is asked for, if not below the vote's own page. */
export function secretForms(
  model: Pick<SecretBallotModel, 'path' | 'origin'> & { readonly codePath?: string },
  stage: Extract<Stage, { state: 'open' }>,
): Part {
  const { path, codePath = `${path}/secret/code` } = model;
  return html`<p>The vote closes on ${time(stage.until)}. How many have voted is told after that.</p>
${maybe(stage.refusal, (why) => html`<p class="note">${why}</p>`)}
${when(stage.issued, () => html`<p>You were given your ballot paper. It is where you asked for it: in that browser, or in the command’s file.</p>`)}
<div id="with-script" hidden>
<p id="secret-status" role="status"></p>
<section id="get-paper"><h2>1. Get your ballot paper</h2>
<p>The server signs a paper for you without seeing it. From then on nobody can tell which paper is yours.</p>
<button class="do" type="button" id="get-paper-button">Get my ballot paper</button></section>
<form id="cast" class="ballot" method="post" action="${href(`${path}/secret/cast`)}" data-setup="${stage.setup}" hidden>
<h2 id="cast-heading" tabindex="-1">2. Vote</h2>
${ballot(stage.options)}${act('Cast my secret ballot')}
<p class="who-sees">It is sealed in your browser and sent without your name. You may vote again until the close; the last one counts.</p></form>
<section id="receipt" hidden><h2 id="receipt-heading" tabindex="-1">3. Keep your receipt</h2>
<p>After the close this must stand on the board of the vote. It does not show how you voted.</p><p><code id="receipt-leaf"></code></p></section>
</div>
<section><h2>Without JavaScript</h2>
<p>Sealing a ballot needs a program that runs with you, not on the server. You can use the command instead of this page; it is one file that can be read: <a href="/ballot.mjs">ballot.mjs</a>, for Node 20 or later.</p>
${maybe(
  stage.code,
  (
    code,
  ) => html`<p>Your code, for this vote alone: <code>${code}</code></p><pre tabindex="0" role="region" aria-label="Commands"><code>node ballot.mjs paper ${model.origin}${path}/secret ${code}
node ballot.mjs vote ${model.origin}${path}/secret "yes"</code></pre>`,
)}
${when(stage.refusal === undefined, () => html`<form method="post" action="${href(codePath)}">${act('Make a code for the command')}</form>`)}</section>
<script type="module" src="/assets/secret-ballot.js"></script>`;
}

function ballot(options: Extract<Stage, { state: 'open' }>['options']): Part {
  if (options.length === 0) {
    return choices({
      form: EMPTY_FORM,
      name: 'choice',
      legend: 'Your ballot',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: 'abstain', label: 'Abstain', hint: 'counts as turnout only' },
      ],
    });
  }
  return html`<fieldset class="ask"><legend>Your order</legend><p class="hint">1 for the best, 2 for the next, and so on, each number once. Whom you leave empty gets nothing of your vote.</p>
${options.map(({ id, words }) => html`<div class="ask"><label class="field" for="rank-${id}">${words}</label><input id="rank-${id}" type="text" inputmode="numeric" class="short" data-option="${id}"></div>`)}
<label class="choice"><input type="radio" name="choice" value="abstain"><span>Abstain<small>counts as turnout only</small></span></label></fieldset>`;
}

function over({ path }: SecretBallotModel, closed: Closed): Part {
  const { ballots, issued, roll, root, papers, disputes } = closed;
  return html`<section><h2>After the close</h2><p>${closed.says}</p>
<table><caption class="heard">Papers and ballots</caption><tbody><tr><th scope="row">Members on the roll</th><td>${roll}</td></tr><tr><th scope="row">Ballot papers given out</th><td>${issued}</td></tr><tr><th scope="row">Ballots on the board</th><td>${ballots}</td></tr></tbody></table>
<details><summary>For checking</summary><p>The root of the board, as it stands in the open book:</p><p><code>${root}</code></p></details></section>
<section><h2>Your receipt</h2><form method="post" action="${href(`${path}/secret/receipt`)}">${field({ form: { values: closed.receipt ? { leaf: closed.receipt.leaf } : {}, errors: {} }, name: 'leaf', label: 'Receipt', code: true, max: 64 })}${act('Look for it on the board')}</form>${maybe(closed.receipt, proof)}</section>
<section><h2>Count it yourself</h2>${
    closed.bundle
      ? html`<p>Download <a href="${href(`${path}/bundle.json`)}">bundle.json</a> and <a href="/verify-election.mjs">verify-election.mjs</a>, then, on any machine with Node:</p><pre tabindex="0" role="region" aria-label="Command"><code>node verify-election.mjs bundle.json</code></pre>`
      : html`<p>There is nothing to recount: either the count is not done, or fewer than ten ballots were cast. Of so few only totals are told, and they were erased after the count.</p>`
  }</section>
${maybe(
  papers,
  (
    all,
  ) => html`<section><h2>Who was given a ballot paper</h2><p>What anybody voted is not known. If you stand here and did not ask for a paper, or somebody does who could not have, say so.</p>${all.length === 0 ? html`<p>Nobody.</p>` : html`<ul class="plain">${all.map((author) => html`<li class="by">${byline(author)}</li>`)}</ul>`}
${maybe(closed.disputableUntil, (until) => html`<form method="post" action="${href(`${path}/secret/dispute`)}">${field({ form: EMPTY_FORM, name: 'why', label: 'What is wrong', hint: html`Until ${time(until)}. It will stand in the open book with your name.`, rows: 3, max: 2000 })}${act('Dispute it')}</form>`)}</section>`,
)}
${
  disputes.length === 0
    ? nothing
    : html`<section><h2>Disputed</h2><ul class="plain">${disputes.map(({ author, why, at }) => html`<li><p class="by">${byline(author)}, ${time(at)}</p><p>${why}</p></li>`)}</ul></section>`
}`;
}

function proof(receipt: Proof): Part {
  if (!receipt.found) {
    return html`<p role="status"><b>It does not stand on the board.</b> If you cast it before the close and did not vote again after, tell everybody: the board is then not complete.</p>`;
  }
  return html`<p role="status"><b>It stands on the board</b>, at place ${receipt.index + 1}.</p><details><summary>Proof</summary><p>These lead from your receipt to the root of the board (RFC 9162):</p><ol>${receipt.proof.map((step) => html`<li><code>${step}</code></li>`)}</ol></details>`;
}

const limits = html`<section><h2>What this can do, and what it cannot</h2><ul>
<li>Papers are signed blindly, ballots are sealed, and the database keeps neither times nor an order of them. For a while the database’s own journal, or a replica set’s operation log, does keep the order of writes; whoever runs the machine and watches it while you vote may draw conclusions. It helps to vote some time after you got your paper.</li>
<li>A registrar who cheats could make papers for members who do not vote. That is why it is told afterwards who was given one, and why members can dispute it.</li>
<li>Whoever runs this server could send you a hostile script. If that worries you, use the command: it is the same file for everybody, and you can read it first.</li>
<li>It does not protect you from somebody who stands behind you, or takes your paper from you. You can vote again later; the last ballot counts.</li>
</ul></section>`;
