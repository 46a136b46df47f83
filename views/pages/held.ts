import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { act } from '../parts/field.ts';
import type { PostModel } from '../parts/post.ts';
import { post } from '../parts/post.ts';
import { CHANGES } from '../words/problems.ts';
import { HELD } from '../words/thread-page.ts';

export interface HeldModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** In which capacity the viewer may. */
  readonly by: 'moderator' | 'founder';
  /** Oldest first. */
  readonly held: readonly { readonly post: PostModel; readonly release: string }[];
}

/** Held posts, for whoever may look at them and let them go. */
export function heldPage({ shell, community, by, held }: HeldModel): Html {
  const say = sayIn(shell);
  const title = say.text(HELD.title);
  return page(
    { shell, title: `${title} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: html`<a href="${href(community.path)}">${community.title}</a>`, title, lead: say(HELD[by]) })}
<h2 class="heard">${say(HELD.all)}</h2>
${held.map((one) => html`${post(one.post, 'in-thread', say)}<form method="post" action="${href(one.release)}">${act(say.text(HELD.letGo))}</form>`)}
<p class="caught-up">${say(held.length === 0 ? HELD.none : CHANGES.end)}</p>`,
  );
}
