import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { directionOf, LANGUAGES, OWN_NAMES } from '../words/language.ts';
import { SHELL } from '../words/shell.ts';

export interface LanguageModel {
  readonly shell: Shell;
  /** Where she came from, and goes back to: a path here. */
  readonly next: string;
}

/** In which language the pages speak to who looks, signed in or not. */
export function languagePage({ shell, next }: LanguageModel): Html {
  const say = sayIn(shell);
  return page(
    { shell, title: say.text(SHELL.language), speaks: say.language },
    html`${heading({ title: say(SHELL.language), lead: say(SHELL.languageLead) })}
<form method="post" action="/language"><input type="hidden" name="next" value="${next}">
<ul class="plain languages">${LANGUAGES.map((language) => html`<li><button class="${language === say.language ? 'do' : 'plain'}" type="submit" name="language" value="${language}" lang="${language}" dir="${directionOf(language)}"${language === say.language ? html` aria-pressed="true"` : ''}>${OWN_NAMES[language]}</button></li>`)}</ul>
</form>
<p>${say(SHELL.languagePartly)}</p>`,
  );
}
