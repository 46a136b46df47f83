import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { act } from '../parts/field.ts';
import type { PostModel } from '../parts/post.ts';
import { post } from '../parts/post.ts';

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
  const lead = `A rule holds these posts. ${WHY[by]} That you did stands in the open book.`;
  return page(
    { shell, title: `Held posts · ${community.title}` },
    html`${heading({ kind: html`<a href="${href(community.path)}">${community.title}</a>`, title: 'Held posts', lead })}
<h2 class="heard">All held posts</h2>
${held.map((one) => html`${post(one.post, 'in-thread')}<form method="post" action="${href(one.release)}">${act('Let it go')}</form>`)}
<p class="caught-up">${held.length === 0 ? 'No post is held.' : 'That is all.'}</p>`,
  );
}

const WHY = {
  founder: 'You founded this community a short while ago, so for now you may let one go before its time.',
  moderator: 'You are a moderator, so you may let one go before its time.',
} as const;
