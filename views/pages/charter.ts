import type { Html } from '../html.ts';
import { href, html, maybe } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { time } from '../parts/time.ts';

export interface CharterModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly version: number;
  /** Each in plain words: “How long a vote is open”, “7 days”. */
  readonly parameters: readonly { readonly label: string; readonly value: string }[];
  /** What no vote removes. */
  readonly entrenched: readonly string[];
  readonly changes: readonly {
    readonly version: number;
    readonly at: Date;
    /** Absent for the first: it came with the founding. */
    readonly decision?: { readonly id: string; readonly path: string };
  }[];
  /** While the founder's acts are provisional: until then, or until ten members are active. */
  readonly provisionalUntil?: Date;
}

/** How the community decides, in plain words. */
export function charterPage({
  shell,
  community,
  version,
  parameters,
  entrenched,
  changes,
  provisionalUntil,
}: CharterModel): Html {
  return page(
    { shell, title: `Charter · ${community.title}` },
    html`${heading({ kind: within(community), title: 'Charter', lead: `How this community decides. Version ${version}.` })}
${maybe(provisionalUntil, (at) => html`<p class="note">What the founder set up is provisional until ${time(at)}, or until ten members are active.</p>`)}
<section><h2>What no vote removes</h2><ul class="clauses">${entrenched.map((clause) => html`<li>${clause}</li>`)}</ul></section>
<section><h2>What a vote can change</h2><dl class="parameters">${parameters.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></section>
<section><h2>Versions</h2><ul class="plain">${changes.map((change) => html`<li>Version ${change.version}, since ${time(change.at)}, ${change.decision ? html`by <a href="${href(change.decision.path)}">decision ${change.decision.id}</a>` : 'with the founding'}</li>`)}</ul></section>`,
    howWeRunThis(community),
  );
}
