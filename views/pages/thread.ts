import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, joinFromElsewhere, within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import type { PostModel } from '../parts/post.ts';
import { post } from '../parts/post.ts';

export interface ThreadModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly audience: string;
  /** The thread's own address. */
  readonly path: string;
  /** Oldest first; the first one opened the thread. */
  readonly posts: readonly [PostModel, ...PostModel[]];
  /** The post a reply answers; without it, the first. */
  readonly replyTo?: { readonly key: string; readonly name: string };
  /** Everybody may read what opened it. */
  readonly isPublic?: boolean;
  /** Who will see the reply; absent: whoever sees the thread. */
  readonly replyAudience?: string;
  readonly mayReply: boolean;
  /** Why the viewer may not reply, and what to do. */
  readonly whyNot?: string;
  readonly reply: Form<'text'>;
}

export function threadPage(model: ThreadModel): Html {
  const { shell, community, audience, posts, reply } = model;
  const [first, ...replies] = posts;
  const title = first.title ?? `${first.author.name} in ${community.title}`;
  return page(
    {
      shell,
      title,
      failed: failed(reply),
      ...(community.feeds && model.isPublic ? { feeds: [{ title, path: `${model.path}/feed` }] } : {}),
    },
    html`${errorSummary(reply)}${heading({ kind: within(community), title })}
<p class="who-sees"><span aria-hidden="true">◌</span> <span>${audience}</span></p>
${post(first, 'head')}
${replies.length === 0 ? nothing : html`<h2>Replies</h2>`}
${replies.map((one) => post(one, 'in-thread'))}
${model.mayReply ? replyForm(model, first) : maybe(model.whyNot, (why) => html`<p class="empty">${why}</p>`)}`,
    html`${joinFromElsewhere(community.handle)}${howWeRunThis(community)}`,
  );
}

function replyForm(
  { community, audience, replyAudience = audience, path, replyTo, reply: form }: ThreadModel,
  first: PostModel,
): Part {
  const to = replyTo ?? { key: first.key, name: first.author.name };
  return html`<section id="reply"><h2>Reply to ${to.name}</h2><form method="post" action="${href(`${community.path}/posts`)}">
<input type="hidden" name="inReplyTo" value="${to.key}">
<p class="who-sees" id="reply-audience"><span aria-hidden="true">◌</span> <span>${replyAudience}</span></p>
${field({ form, name: 'text', label: 'Your reply', rows: 5, autocomplete: 'off', max: 10_000, describedBy: 'reply-audience' })}
${act('Reply')}${replyTo === undefined ? nothing : html` <a class="instead" href="${href(path)}#reply">Reply to the whole thread instead</a>`}
</form></section>`;
}
