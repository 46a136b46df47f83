import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, joinFromElsewhere, within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field, select } from '../parts/field.ts';
import { type FromSession, fromSessions } from '../parts/from-session.ts';
import { pagination } from '../parts/pagination.ts';
import type { PostModel } from '../parts/post.ts';
import { post } from '../parts/post.ts';
import { type MovedModel, movedOn } from '../parts/related.ts';
import { watch } from '../parts/watch.ts';
import { FORMS } from '../words/forms.ts';

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
  /** Learning sessions that it shows the outcome of at work, and its own page where it is one. */
  readonly sessions?: readonly FromSession[];
  /** Replies stand on several pages where there are many; this is one of them, the first 1. */
  readonly page?: number;
  readonly pages?: number;
  readonly mayReply: boolean;
  /** Why the viewer may not reply, and what to do. */
  readonly whyNot?: string;
  readonly reply: Form<'text' | 'where' | 'outcome'>;
  /** The reply says what came of trying it, or what is wrong; `own`: what is answered is the viewer's own. */
  readonly replyAs?: { readonly kind: 'triedit' | 'correction'; readonly own: boolean };
  /** Parts of the thread that went to threads of their own. */
  readonly moved?: readonly MovedModel[];
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
${onFirst(model) ? post(first, 'head') : nothing}
${replies.length === 0 ? nothing : html`<h2>Replies</h2>`}${pageSaid(model)}
${inOrder(replies, model.moved ?? [])}
${earlierAndLater(model)}${shell.viewer === null || (model.page ?? 1) < (model.pages ?? 1) ? nothing : watch(sayIn(shell))}
${model.mayReply ? replyForm(model, first) : maybe(model.whyNot, (why) => html`<p class="empty">${why}</p>`)}`,
    html`${fromSessions(model.sessions)}${joinFromElsewhere(community.handle)}${howWeRunThis(community)}`,
  );
}

const onFirst = ({ page = 1 }: ThreadModel): boolean => page === 1;

/** On which page one is, and the way back to what opened the thread. */
function pageSaid({ shell, path, page: at = 1, pages = 1 }: ThreadModel): Part {
  if (pages === 1) return nothing;
  const say = sayIn(shell);
  const where = say(FORMS.pageOf, { at, pages });
  return html`<p class="note">${where}${at === 1 ? nothing : html` <a href="${href(path)}">${say(FORMS.opening)}</a>`}</p>`;
}

/** There is an end: nothing loads by itself. */
function earlierAndLater({ shell, path, page: at = 1, pages = 1 }: ThreadModel): Part {
  const to = (page: number) => (page === 1 ? path : `${path}?page=${page}`);
  return pagination(
    { ...(at > 1 ? { earlier: to(at - 1) } : {}), ...(at < pages ? { later: to(at + 1) } : {}) },
    sayIn(shell),
  );
}

/** Replies, and between them where others have gone, by time. */
function inOrder(replies: readonly PostModel[], moved: readonly MovedModel[]): Part {
  const all = [
    ...replies.map((one) => ({ at: one.at, part: post(one, 'in-thread') })),
    ...moved.map((one) => ({ at: one.at, part: movedOn(one) })),
  ];
  return all.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ part }) => part);
}

function replyForm(model: ThreadModel, first: PostModel): Part {
  const { community, audience, replyAudience = audience, path, replyTo, reply: form, replyAs } = model;
  const to = replyTo ?? { key: first.key, name: first.author.name };
  return html`<section id="reply"><h2>${titleOf(replyAs, to.name)}</h2><form method="post" action="${href(`${community.path}/posts`)}">
<input type="hidden" name="inReplyTo" value="${to.key}">
${replyAs === undefined ? nothing : html`<input type="hidden" name="kind" value="${replyAs.kind}">`}${replyAs?.kind === 'triedit' ? trial(form) : nothing}
<p class="who-sees" id="reply-audience"><span aria-hidden="true">◌</span> <span>${replyAudience}</span></p>
${field({ form, name: 'text', label: LABELS[replyAs?.kind ?? 'reply'], rows: 5, autocomplete: 'off', max: 10_000, describedBy: 'reply-audience', ...(replyAs?.kind === 'correction' ? { hint: replyAs.own ? OWN_CORRECTION : CORRECTION } : {}) })}
${act('Reply')}${replyTo === undefined && replyAs === undefined ? nothing : html` <a class="instead" href="${href(path)}#reply">Reply to the whole thread instead</a>`}
</form></section>`;
}

const LABELS = { reply: 'Your reply', triedit: 'What happened', correction: 'What is right' } as const;
const OWN_CORRECTION = 'It stands above your post from now on. What you wrote stays readable.';
const CORRECTION = 'It is an answer like any other. Who wrote the post can put it above it.';

function titleOf(replyAs: ThreadModel['replyAs'], name: string): Part {
  switch (replyAs?.kind) {
    case 'triedit':
      return `You tried what ${name} wrote`;
    case 'correction':
      return replyAs.own ? 'Correct what you wrote' : `Correct what ${name} wrote`;
    case undefined:
      return `Reply to ${name}`;
  }
}

/** Where it was tried, and what came of it: both answers are worth the same. */
function trial(form: ThreadModel['reply']): Part {
  return html`${field({ form, name: 'where', label: 'Where', hint: 'For example “night shift, line 4”.', optional: true, autocomplete: 'off', max: 150 })}
${select({
  form,
  name: 'outcome',
  label: 'What came of it',
  empty: 'Hard to say',
  options: [
    { value: 'works', label: 'It works' },
    { value: 'doesnotwork', label: 'It does not work' },
  ],
})}`;
}
