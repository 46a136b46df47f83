import type { Request, Response } from 'express';
import { foundPage } from '../../views/pages/found.ts';
import { FOUNDING } from '../../views/words/founding.ts';
import { speaker } from '../../views/words/speaking.ts';
import { sentenceOf } from '../community/result.ts';
import { asPhrase, said } from '../community/said.ts';
import { forkOf } from '../governance/fork.ts';
import { memberOf } from '../governance/membership.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, requireViewer, shellOf, show } from './context.ts';
import { type Governed, governedBy } from './governed.ts';
import { languageOf } from './language-of.ts';
import { aroundFounding, COMMUNITY_FIELDS, type FoundForm, foundBy } from './models/founding.ts';

/**
 * A member goes on elsewhere with the same charter and rules; nobody has to allow it, and nobody is moved along
 * (promise.md, 47). To split a community is this, and telling the others.
 */
export const forkRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/fork', async (request, response) => {
    const source = await forkedBy(parts, request);
    const { intent } = forkOf(source.state, source.now);
    const values = {
      purpose: source.state.purpose,
      readers: source.state.membersOnly ? 'members' : 'everybody',
      joining: source.state.admission ?? 'open',
      ...intent,
    };
    showForm(parts, request, response, source, { values, errors: {} });
  });

  router.post('/communities/:handle/fork', async (request, response) => {
    const founder = requireViewer(request);
    const source = await forkedBy(parts, request);
    const given = COMMUNITY_FIELDS.map((name) => [name, field(request, name)] as const);
    const values = Object.fromEntries(given) as Record<(typeof COMMUNITY_FIELDS)[number], string>;
    const onward = said`It begins with the charter and the rules of ${source.community.title}. You are its first member.`;
    const forkedFrom = source.community.iri;
    const founded = await foundBy(parts, request, { founder, values, onward, forkedFrom });
    if (!founded.ok) return showForm(parts, request, response, source, founded.form, 422);
    if (field(request, 'announce') === 'yes') await announce(parts, request, source, { path: founded.path, values });
    goTo(response, founded.path);
  });
};

/**
 * An ordinary post by whoever forked it, in her language: what may be said in the community, and to whom, is as with any
 * other.
 */
async function announce(
  parts: PagesParts,
  request: Request,
  { community }: Governed,
  { path, values }: { readonly path: string; readonly values: Readonly<Record<'title' | 'purpose', string>> },
): Promise<void> {
  const { addresses } = parts.house;
  const words = speaker(languageOf(request));
  const forked = words.text(FOUNDING.forkedIt, { address: `${addresses.origin}${path}` });
  const posted = await parts.actions.publishPost({
    author: requireViewer(request).iri,
    community: community.iri,
    title: words.text(FOUNDING.goesOn, { title: values.title }).slice(0, 200),
    text: `${forked}\n\n${values.purpose}\n\n${words.text(FOUNDING.whoeverWants)}`,
    details: { language: words.language },
  });
  await parts.settle();
  if (!posted.ok)
    leaveNotice(
      request,
      'refused',
      said`It is founded, but the others were not told: ${asPhrase(sentenceOf(posted.refusal))}`,
    );
}

/** The community, for a member of it; others find no such page. */
async function forkedBy(parts: PagesParts, request: Request): Promise<Governed> {
  const viewer = requireViewer(request);
  const governed = await governedBy(parts, request, { open: true });
  if (memberOf(governed.state, viewer.iri) === null)
    throw new NotFound('Members of a community can fork it. Join it first.');
  return governed;
}

function showForm(
  parts: PagesParts,
  request: Request,
  response: Response,
  { state, brief, now }: Governed,
  form: FoundForm,
  status = 200,
): void {
  const { charter, fork } = forkOf(state, now);
  const model = {
    shell: shellOf(parts, request),
    action: `${brief.path}/fork`,
    ...aroundFounding(parts, 'another', charter.parameters),
    fork: { title: brief.title, path: brief.path, rules: fork.rules.length },
    form,
  };
  show(response, foundPage(model), status);
}
