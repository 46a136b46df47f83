import type { Html } from '../html.ts';
import { flag, href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type AudienceModel, audience } from '../parts/audience.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { NEW_PROBLEM, PROBLEMS } from '../words/problems.ts';

export interface NewProblemModel {
  readonly shell: Shell;
  readonly community: Pick<CommunityBrief, 'title' | 'path'>;
  /** Who will see it. */
  readonly audience: AudienceModel;
  readonly form: Form<'question' | 'framing' | 'feltBy' | 'own'>;
}

/** Somebody writes down a problem. */
export function newProblemPage({ shell, community, form, ...model }: NewProblemModel): Html {
  const say = sayIn(shell);
  const lead = say(NEW_PROBLEM.lead);
  return page(
    { shell, title: say.text(PROBLEMS.writeOne), failed: failed(form), speaks: say.language },
    html`${errorSummary(form, say)}${heading({ kind: html`<a href="${href(community.path)}">${community.title}</a>`, title: say(PROBLEMS.writeOne), lead })}
<p class="who-sees" id="who-sees"><span aria-hidden="true">◌</span> <span>${audience(model.audience, say)}</span></p>
<form method="post" action="${href(`${community.path}/problems`)}" aria-describedby="who-sees">
${field({ say, form, name: 'question', label: say(NEW_PROBLEM.question), hint: say(NEW_PROBLEM.questionHint), autocomplete: 'off', max: 150 })}
${field({ say, form, name: 'framing', label: say(NEW_PROBLEM.framing), hint: say(NEW_PROBLEM.framingHint), rows: 7, autocomplete: 'off', max: 9000 })}
${field({ say, form, name: 'feltBy', label: say(NEW_PROBLEM.feltBy), bare: true, autocomplete: 'off', max: 300 })}
<div class="ask"><label class="choice"><input type="checkbox" id="own" name="own" value="yes"${flag('checked', form.values.own === 'yes')}><span>${say(NEW_PROBLEM.own)}</span></label></div>
${act(say.text(NEW_PROBLEM.send))}
</form>`,
  );
}
