import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import type { QuoteModel } from '../parts/quote.ts';
import { quote } from '../parts/quote.ts';

export interface QuotePostModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly audience: string;
  readonly action: string;
  /** Back to the post. */
  readonly back: string;
  readonly quoted: QuoteModel;
  /** Somebody elsewhere, whose server is asked. */
  readonly asks?: string;
  readonly form: Form<'title' | 'text'>;
}

/** Begins a thread that quotes a post: that one stands above. */
export function quotePostPage({ shell, community, audience, action, back, quoted, asks, form }: QuotePostModel): Html {
  const leave =
    asks === undefined
      ? 'Its author is told, and can take back that you quote it.'
      : `${asks} is asked whether you may. Until then your post is there, and what you quote is a link in it.`;
  return page(
    { shell, title: 'Quote a post', failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: within(community), title: 'Quote a post', lead: 'It begins a thread of its own.' })}
${quote(quoted)}
<form method="post" action="${href(action)}">
<p class="who-sees" id="quote-audience"><span aria-hidden="true">◌</span> <span>${audience} ${leave}</span></p>
${field({ form, name: 'title', label: 'Title', optional: true, autocomplete: 'off', max: 150 })}
${field({ form, name: 'text', label: 'Text', rows: 6, autocomplete: 'off', max: 10_000, describedBy: 'quote-audience' })}
${act('Post it')} <a class="instead" href="${href(back)}">Quote nothing</a>
</form>`,
  );
}
