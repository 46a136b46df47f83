import type { Request, Response } from 'express';
import { quotePostPage } from '../../views/pages/quote-post.ts';
import type { Form } from '../../views/parts/field.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { PagesParts, Routes } from './context.ts';
import { briefOf, communityBy, field, NotFound, pageHandle, requireViewer, shellOf, show } from './context.ts';
import { param } from './governed.ts';
import { audienceOf } from './models/audience.ts';
import { mayBeQuoted } from './models/post.ts';
import { quotedModels } from './models/quote.ts';
import { findThread } from './models/thread.ts';
import { posted, refusedForm } from './posts.ts';

/** Beginning a thread that quotes a post of the same community. */
export const quotePostRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/threads/:key/quote', async (request, response) => {
    await showForm(parts, request, response, EMPTY_FORM);
  });

  router.post('/communities/:handle/threads/:key/quote', async (request, response) => {
    const { viewer, community, quoted } = await found(parts, request);
    const values = { title: field(request, 'title'), text: field(request, 'text') };
    const ask = { author: viewer.iri, community: community.iri, quote: quoted.iri, ...values };
    const done = await parts.actions.publishPost(ask);
    if (!done.ok) return showForm(parts, request, response, refusedForm(values, done.refusal), 422);
    await posted(parts, request, response, community, done.value);
  });
};

async function found(parts: PagesParts, request: Request) {
  const viewer = requireViewer(request);
  const community = await communityBy(parts, param(request, 'handle'));
  const { asked: quoted } = await findThread(parts, { community, key: param(request, 'key'), viewer });
  if (!mayBeQuoted(quoted, viewer)) throw new NotFound('There is no post at this address that can be quoted.');
  return { viewer, community, quoted };
}

async function showForm(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: Form<'title' | 'text'>,
  status = 200,
): Promise<void> {
  const { community, quoted, viewer } = await found(parts, request);
  const [model] = await quotedModels(parts.house, [quoted]);
  if (model === undefined) throw new NotFound('There is no such post.');
  const back = parts.house.addresses.page.thread(pageHandle(community), quoted.iri);
  const isElsewhere = quoted.home === 'elsewhere' && quoted.author !== viewer.iri && 'author' in model;
  const page = quotePostPage({
    shell: shellOf(parts, request),
    community: briefOf(parts, community),
    audience: await audienceOf(parts.house, community),
    action: `${back}/quote`,
    back,
    quoted: model,
    form,
    ...(isElsewhere ? { asks: model.author.name } : {}),
  });
  show(response, page, status);
}
