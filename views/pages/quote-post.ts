import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type AudienceModel, audience } from '../parts/audience.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import type { QuoteModel } from '../parts/quote.ts';
import { quote } from '../parts/quote.ts';
import { WRITE } from '../words/kinds.ts';
import { OWN_POST } from '../words/thread-page.ts';

export interface QuotePostModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly audience: AudienceModel;
  readonly action: string;
  /** Back to the post. */
  readonly back: string;
  readonly quoted: QuoteModel;
  /** Somebody elsewhere, whose server is asked. */
  readonly asks?: string;
  readonly form: Form<'title' | 'text'>;
}

/** Begins a thread that quotes a post: that one stands above. */
export function quotePostPage(model: QuotePostModel): Html {
  const { shell, community, action, back, quoted, asks, form } = model;
  const say = sayIn(shell);
  const title = say.text(OWN_POST.quote);
  const leave = asks === undefined ? say(OWN_POST.quoteTold) : say(OWN_POST.quoteAsks, { name: asks });
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: within(community), title, lead: say(OWN_POST.quoteLead) })}
${quote(quoted, say)}
<form method="post" action="${href(action)}">
<p class="who-sees" id="quote-audience"><span aria-hidden="true">◌</span> <span>${audience(model.audience, say)} ${leave}</span></p>
${field({ form, name: 'title', label: say(WRITE.heading), say, optional: true, autocomplete: 'off', max: 150 })}
${field({ form, name: 'text', label: say(WRITE.text), say, rows: 6, autocomplete: 'off', max: 10_000, describedBy: 'quote-audience' })}
${act(say.text(WRITE.post))} <a class="instead" href="${href(back)}">${say(OWN_POST.quoteNothing)}</a>
</form>`,
  );
}
