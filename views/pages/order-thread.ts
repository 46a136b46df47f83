import type { Html } from '../html.ts';
import { href, html, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { quoted } from '../parts/post.ts';
import { MOVE, SUPERSEDE } from '../words/threads.ts';

interface OrderModel<Field extends string> {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** The post that it is about; the form goes to a page below it. */
  readonly path: string;
  /** Its first words, plain. */
  readonly text: string;
  readonly form: Form<Field>;
}

/** Names the later post that comes in the place of one. */
export function supersedePage({ shell, community, path, text, form }: OrderModel<'later'>): Html {
  const say = sayIn(shell);
  const title = say.text(SUPERSEDE.title);
  return page(
    { shell, title, failed: failed(form), speaks: say.language },
    html`${errorSummary(form, say)}${heading({ kind: within(community), title, lead: say(SUPERSEDE.lead) })}
${quoted(text)}
<form method="post" action="${href(`${path}/supersede`)}">
${field({ form, name: 'later', label: say(SUPERSEDE.later), hint: say(SUPERSEDE.hint), autocomplete: 'off', bare: true, code: true, max: 500, say })}
${act(say.text(SUPERSEDE.save))} <a class="instead" href="${href(path)}">${say(SUPERSEDE.cancel)}</a>
</form>`,
  );
}

/** A reply becomes a thread of its own; what opens a thread, with all that follows, goes into another one. */
export function movePage({
  shell,
  community,
  path,
  text,
  form,
  isReply,
}: OrderModel<'title' | 'into'> & { readonly isReply: boolean }): Html {
  const say = sayIn(shell);
  const title = say.text(isReply ? MOVE.split : MOVE.merge);
  const asked = isReply
    ? field({ form, name: 'title', label: say(MOVE.newTitle), autocomplete: 'off', max: 150, say })
    : field({
        form,
        name: 'into',
        label: say(MOVE.into),
        hint: say(MOVE.intoHint),
        autocomplete: 'off',
        code: true,
        max: 500,
        say,
      });
  return page(
    { shell, title, failed: failed(form), speaks: say.language },
    html`${errorSummary(form, say)}${heading({ kind: within(community), title, lead: say(isReply ? MOVE.splitLead : MOVE.mergeLead) })}
${text === '' ? nothing : quoted(text)}
<form method="post" action="${href(`${path}/move`)}">
${asked}
${act(say.text(isReply ? MOVE.doSplit : MOVE.doMerge))} <a class="instead" href="${href(path)}">${say(SUPERSEDE.cancel)}</a>
</form>`,
  );
}
