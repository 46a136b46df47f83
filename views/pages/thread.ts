import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type AudienceModel, audience } from '../parts/audience.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, joinFromElsewhere, within } from '../parts/community.ts';
import { langOf } from '../parts/contents.ts';
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
import type { Message } from '../words/language.ts';
import { RELATED } from '../words/posts.ts';
import type { Say } from '../words/speaking.ts';
import { NO_REPLY, THREAD } from '../words/thread-page.ts';

export interface ThreadModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly audience: AudienceModel;
  /** The thread's own address. */
  readonly path: string;
  /** Oldest first; the first one opened the thread. */
  readonly posts: readonly [PostModel, ...PostModel[]];
  /** The post a reply answers; without it, the first. */
  readonly replyTo?: { readonly key: string; readonly name: string };
  /** Everybody may read what opened it. */
  readonly isPublic?: boolean;
  /** Who will see the reply; absent: whoever sees the thread. */
  readonly replyAudience?: AudienceModel;
  /** Learning sessions that it shows the outcome of at work, and its own page where it is one. */
  readonly sessions?: readonly FromSession[];
  /** Replies stand on several pages where there are many; this is one of them, the first 1. */
  readonly page?: number;
  readonly pages?: number;
  /** The paths of the pages beside it. */
  readonly earlier?: string;
  readonly later?: string;
  readonly mayReply: boolean;
  /** Why the viewer may not reply. */
  readonly whyNot?: { readonly kind: keyof typeof NO_REPLY };
  readonly reply: Form<'text' | 'where' | 'outcome'>;
  /** The reply says what came of trying it, or what is wrong; `own`: what is answered is the viewer's own. */
  readonly replyAs?: { readonly kind: 'triedit' | 'correction'; readonly own: boolean };
  /** Parts of the thread that went to threads of their own. */
  readonly moved?: readonly MovedModel[];
}

export function threadPage(model: ThreadModel): Html {
  const { shell, community, posts, reply } = model;
  const say = sayIn(shell);
  const [first, ...replies] = posts;
  const title = first.title ?? say.text(THREAD.nameless, { author: first.author.name, community: community.title });
  return page(
    {
      shell,
      title,
      speaks: say.language,
      failed: failed(reply),
      ...(community.feeds && model.isPublic ? { feeds: [{ title, path: `${model.path}/feed` }] } : {}),
    },
    html`${errorSummary(reply, say)}${heading({ kind: within(community), title: html`<span dir="auto"${first.title === undefined ? nothing : langOf(first)}>${title}</span>` })}
<p class="who-sees"><span aria-hidden="true">◌</span> <span>${audience(model.audience, say)}</span></p>
${onFirst(model) ? post(near(first, model), 'head', say) : nothing}
${replies.length === 0 ? nothing : html`<h2>${say(THREAD.replies)}</h2>`}${pageSaid(model)}
${inOrder(
  replies.map((one) => near(one, model)),
  model.moved ?? [],
  say,
)}
${pagination({ ...(model.earlier && { earlier: model.earlier }), ...(model.later && { later: model.later }) }, say)}${shell.viewer === null || model.later !== undefined ? nothing : watch(say)}
${model.mayReply ? replyForm(model, first, say) : maybe(model.whyNot, ({ kind }) => html`<p class="empty">${say(NO_REPLY[kind], { community: community.title })}</p>`)}`,
    html`${fromSessions(model.sessions, say)}${joinFromElsewhere(community.handle, say)}${howWeRunThis(community, say)}`,
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

/**
 * The same post, with shorter addresses: those on this page need not say its path, which would stand there eighty times.
 * They do where the page is the answer to a form, since it is then at the form's address.
 */
function near(one: PostModel, { path, shell }: ThreadModel): PostModel {
  if (shell.path !== path) return one;
  const short = (address: string) => {
    const rest = address.startsWith(path) ? address.slice(path.length) : '';
    return /^[?#]/.test(rest) ? rest : address;
  };
  const { reply, tried, correct } = one.acts;
  return {
    ...one,
    path: short(one.path),
    acts: {
      ...one.acts,
      ...(reply === undefined ? {} : { reply: short(reply) }),
      ...(tried === undefined ? {} : { tried: short(tried) }),
      ...(correct === undefined ? {} : { correct: short(correct) }),
    },
  };
}

/** Replies, and between them where others have gone, by time. */
function inOrder(replies: readonly PostModel[], moved: readonly MovedModel[], say: Say): Part {
  const all = [
    ...replies.map((one) => ({ at: one.at, part: post(one, 'in-thread', say) })),
    ...moved.map((one) => ({ at: one.at, part: movedOn(one, say) })),
  ];
  return all.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ part }) => part);
}

function replyForm(model: ThreadModel, first: PostModel, say: Say): Part {
  const { community, replyAudience = model.audience, path, replyTo, reply: form, replyAs } = model;
  const to = replyTo ?? { key: first.key, name: first.author.name };
  return html`<section id="reply"><h2>${titleOf(replyAs, to.name, say)}</h2><form method="post" action="${href(`${community.path}/posts`)}">
<input type="hidden" name="inReplyTo" value="${to.key}">
${replyAs === undefined ? nothing : html`<input type="hidden" name="kind" value="${replyAs.kind}">`}${replyAs?.kind === 'triedit' ? trial(form, say) : nothing}
<p class="who-sees" id="reply-audience"><span aria-hidden="true">◌</span> <span>${audience(replyAudience, say)}</span></p>
${field({ form, name: 'text', label: say(LABELS[replyAs?.kind ?? 'reply']), say, rows: 5, autocomplete: 'off', max: 10_000, describedBy: 'reply-audience', ...(replyAs?.kind === 'correction' ? { hint: say(replyAs.own ? THREAD.ownCorrection : THREAD.correction) } : {}) })}
${act(say.text(THREAD.reply))}${replyTo === undefined && replyAs === undefined ? nothing : html` <a class="instead" href="${href(path)}#reply">${say(THREAD.wholeInstead)}</a>`}
</form></section>`;
}

const LABELS = {
  reply: THREAD.yourReply,
  triedit: THREAD.whatHappened,
  correction: THREAD.whatIsRight,
} as const satisfies Readonly<Record<string, Message>>;

function titleOf(replyAs: ThreadModel['replyAs'], name: string, say: Say): Part {
  switch (replyAs?.kind) {
    case 'triedit':
      return say(THREAD.triedWhat, { name });
    case 'correction':
      return replyAs.own ? say(THREAD.correctOwn) : say(THREAD.correctWhat, { name });
    case undefined:
      return say(THREAD.replyTo, { name });
  }
}

/** Where it was tried, and what came of it: both answers are worth the same. */
function trial(form: ThreadModel['reply'], say: Say): Part {
  const options = (['works', 'doesnotwork'] as const).map((value) => ({ value, label: say.text(RELATED[value]) }));
  return html`${field({ form, name: 'where', label: say(THREAD.where), hint: say(THREAD.whereHint), optional: true, autocomplete: 'off', max: 150, say })}
${select({ form, name: 'outcome', label: say(THREAD.outcome), empty: say.text(THREAD.hardToSay), options, say })}`;
}
