import type { Html, Part } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { act, EMPTY_FORM, field } from '../parts/field.ts';

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
    | { readonly state: 'nothing'; readonly says: string };
}

export function tellerPage(model: TellerModel): Html {
  const { shell, community, id, title, path } = model;
  return page(
    { shell, title: `Teller of ${id}` },
    html`${heading({
      kind: within(community, `teller of ${id}`),
      title,
      lead: 'Secret ballots are sealed to the tellers. More than half of them open them together, after the close; one alone cannot.',
    })}
<p><a href="${href(path)}">What is voted on</a></p>
${stage(model)}`,
  );
}

function stage({ stage: now, path, vote }: TellerModel): Part {
  switch (now.state) {
    case 'nothing':
      return html`<p>${now.says}</p>`;
    case 'deposit':
      return html`<h2>Give your key for this vote</h2>
<p>${now.before ? 'You have given a key. If you give another one, that one counts.' : 'Your key is made on your machine. Its private half stays with you until the vote is over: if you lose it, and others lose theirs, the ballots cannot be counted.'}</p>
<div id="with-script" hidden><button class="do" type="button" id="make-key">Make my key</button> <a id="key-file" hidden>Save its file</a><p id="teller-status" role="status"></p></div>
<form method="post" action="${href(`${path}/teller/deposit`)}" data-vote="${vote}" data-does="deposit">${field({
        form: EMPTY_FORM,
        name: 'key',
        label: 'Public half',
        hint: html`Without JavaScript: <code>node ballot.mjs teller-key</code> makes one (<a href="/ballot.mjs">ballot.mjs</a>).`,
        code: true,
        max: 87,
      })}${act('Give this key')}</form>${SCRIPT}`;
    case 'open':
      return html`<h2>Open the ballots</h2>
<p>The vote is over and its board stands in the open book. Give the private half of your key. From ten ballots on it is published, so that everybody can recount; it was made for this vote alone.</p>
<div id="with-script" hidden><p id="teller-status" role="status"></p></div>
<form method="post" action="${href(`${path}/teller/open`)}" data-vote="${vote}" data-does="open">${field({
        form: EMPTY_FORM,
        name: 'key',
        label: 'Private half',
        hint: html`The line <code>privateKey</code> of your key’s file.`,
        code: true,
        max: 43,
      })}${act('Open the ballots')}</form>${SCRIPT}`;
  }
}

const SCRIPT = html`<script type="module" src="/assets/secret-ballot.js"></script>`;
