import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { Message } from '../words/language.ts';
import { link, type Say } from '../words/speaking.ts';
import { TRUST } from '../words/trust.ts';
import { OPERATOR } from '../words/trust-operator.ts';
import { VOICE_LIMITS } from '../words/voice-limits.ts';

/** Who may look, as columns; first who has the most power. */
const WHO = [TRUST.operator, TRUST.everyone, TRUST.members, TRUST.organisation, TRUST.servers] as const;

const { yes, no, could, couldOpen, notKept } = TRUST;

/** What there is to see, and each of those who may look. */
const MATRIX: readonly (readonly [Message, ...(readonly Message[])])[] = [
  [TRUST.publicPost, yes, yes, yes, yes, yes],
  [TRUST.membersPost, could, no, yes, no, TRUST.ofMembers],
  [TRUST.somePost, could, no, TRUST.named, no, TRUST.ofNamed],
  [TRUST.heldPost, could, no, TRUST.decides, no, no],
  [TRUST.picture, yes, TRUST.holders, TRUST.holders, TRUST.holders, TRUST.holders],
  [TRUST.bookNames, could, no, yes, no, no],
  [TRUST.openVote, could, no, no, no, TRUST.voters],
  [TRUST.closedVote, yes, no, yes, no, TRUST.voters],
  [TRUST.secretVote, no, no, no, no, no],
  [TRUST.reporter, couldOpen, no, TRUST.clerks, no, no],
  [TRUST.likes, could, TRUST.howMany, TRUST.howMany, TRUST.howMany, TRUST.concerned],
  [TRUST.follows, could, no, no, no, TRUST.followed],
  [TRUST.keeps, could, no, no, no, no],
  [TRUST.notebook, couldOpen, no, no, no, no],
  [TRUST.notices, couldOpen, no, no, no, no],
  [TRUST.email, couldOpen, no, no, no, no],
  [TRUST.password, TRUST.onlyHash, no, no, no, no],
  [TRUST.health, yes, yes, yes, yes, yes],
  [TRUST.reading, notKept, notKept, notKept, notKept, notKept],
];

/** Who can see what, and what the operator can and cannot do: said as it is. */
export function trustPage({ shell }: { readonly shell: Shell }): Html {
  const say = sayIn(shell);
  const list = (messages: readonly Message[]): Html =>
    html`<ul>${messages.map((message) => html`<li>${say(message)}</li>`)}</ul>`;
  return page(
    { shell, title: say.text(TRUST.title), speaks: say.language },
    html`${heading({ kind: shell.host, title: say(TRUST.title), lead: say(TRUST.lead) })}
${matrix(say)}
<section><h2>${say(OPERATOR.can)}</h2><p>${say(OPERATOR.root)}</p>${list([OPERATOR.ballots, OPERATOR.password, OPERATOR.law])}</section>
<section><h2>${say(OPERATOR.cannot)}</h2>${list([OPERATOR.govern, OPERATOR.quietly, OPERATOR.rewrite, OPERATOR.keep, OPERATOR.unmask])}</section>
<section><h2>${say(OPERATOR.limits)}</h2>${list([OPERATOR.logged, OPERATOR.traffic, VOICE_LIMITS.trust, OPERATOR.direct, OPERATOR.elsewhere, OPERATOR.copies])}</section>
<section><h2>${say(OPERATOR.program)}</h2><p>${say(OPERATOR.licence, { version: shell.version, a: link(shell.sourceUrl), book: link('/open-book') })}</p></section>`,
  );
}

function matrix(say: Say): Html {
  const title = say.text(TRUST.matrix);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="matrix"><caption class="heard">${title}</caption><thead><tr><th scope="col">${say(TRUST.what)}</th>${WHO.map((who) => html`<th scope="col">${say(who)}</th>`)}</tr></thead><tbody>${MATRIX.map(
    ([what, ...cells]) =>
      html`<tr><th scope="row">${say(what)}</th>${cells.map((cell) => html`<td>${cell === yes || cell === no ? say(cell) : html`<b>${say(cell)}</b>`}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
