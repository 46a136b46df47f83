import type { Html, Part } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { act, EMPTY_FORM, field } from '../parts/field.ts';
import { spoken } from '../parts/for-script.ts';
import { TELLER } from '../words/secret-limits.ts';
import { TELLER_SAYS } from '../words/secret-says.ts';
import { TELLER_SCRIPT } from '../words/secret-script.ts';
import { link, type Say } from '../words/speaking.ts';

/** A teller and her key for one vote. */
export interface TellerModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** Names the key in the browser. */
  readonly vote: string;
  readonly stage:
    | { readonly state: 'deposit'; readonly before: boolean }
    | { readonly state: 'open' }
    | { readonly state: 'nothing'; readonly since: keyof typeof TELLER_SAYS };
}

export function tellerPage(model: TellerModel): Html {
  const { shell, community, id, title, path } = model;
  const say = sayIn(shell);
  return page(
    { shell, title: say.text(TELLER.title, { id }), speaks: say.language },
    html`${heading({ kind: within(community, say.text(TELLER.kind, { id })), title, lead: say(TELLER.lead) })}
<p><a href="${href(path)}">${say(TELLER.about)}</a></p>
${stage(model, say)}`,
  );
}

function stage({ stage: now, path, vote }: TellerModel, say: Say): Part {
  const words = html` data-words="${spoken(TELLER_SCRIPT, say)}"`;
  const asked = { form: EMPTY_FORM, name: 'key', code: true, say } as const;
  switch (now.state) {
    case 'nothing':
      return html`<p>${say(TELLER_SAYS[now.since])}</p>`;
    case 'deposit': {
      const hint = say(TELLER.publicHint, { a: link('/ballot.mjs') });
      return html`<h2>${say(TELLER.give)}</h2>
<p>${say(now.before ? TELLER.given : TELLER.made)}</p>
<div id="with-script" hidden><button class="do" type="button" id="make-key">${say(TELLER.make)}</button> <a id="key-file" hidden>${say(TELLER.save)}</a><p id="teller-status" role="status"></p></div>
<form method="post" action="${href(`${path}/teller/deposit`)}" data-vote="${vote}" data-does="deposit"${words}>${field({ ...asked, label: say(TELLER.publicHalf), hint, max: 87 })}${act(say.text(TELLER.giveButton))}</form>${SCRIPT}`;
    }
    case 'open':
      return html`<h2>${say(TELLER.open)}</h2>
<p>${say(TELLER.openText)}</p>
<div id="with-script" hidden><p id="teller-status" role="status"></p></div>
<form method="post" action="${href(`${path}/teller/open`)}" data-vote="${vote}" data-does="open"${words}>${field({ ...asked, label: say(TELLER.privateHalf), hint: say(TELLER.privateHint), max: 43 })}${act(say.text(TELLER.open))}</form>${SCRIPT}`;
  }
}

const SCRIPT = html`<script type="module" src="/assets/secret-ballot.js"></script>`;
