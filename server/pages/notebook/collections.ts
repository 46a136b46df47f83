import type { Request, Response } from 'express';
import {
  type OwnCollectionModel,
  ownCollectionPage,
  type ShareModel,
  sharePage,
} from '../../../views/pages/notebook/share.ts';
import { EMPTY_FORM, failed } from '../../../views/parts/field.ts';
import { NOTEBOOK } from '../../../views/words/notebook.ts';
import { SHARE } from '../../../views/words/notebook-share.ts';
import type { Collected } from '../../actions/notebook/collections.ts';
import type { PostIri } from '../../community/ids.ts';
import type { CollectionChange } from '../../community/notebook/collection.ts';
import { webAddress } from '../../community/notebook/note.ts';
import type { Refusal } from '../../community/result.ts';
import { sentenceOf } from '../../community/result.ts';
import type { KeptCollection } from '../../ports/notebook.ts';
import type { PagesParts, Routes } from '../context.ts';
import { field, goTo, leaveNotice, NotFound, requireViewer, shellOf, show } from '../context.ts';
import { param } from '../governed.ts';
import { collectedIn, collectionBrief } from '../models/notebook/collections.ts';
import { collectionPath } from '../models/notebook/paths.ts';
import { leaveWords } from './common.ts';

const LIST = '/notebook/share';
const ONE = '/notebook/collections/:id';

/** Collections, as their owner makes them. */
export const collectionsRoutes: Routes = (parts, router) => {
  const { house, actions } = parts;

  async function overview(request: Request, response: Response, form: ShareModel['form']): Promise<void> {
    const { iri } = requireViewer(request);
    const collections = (await house.collections.of(iri)).map(collectionBrief);
    show(response, sharePage({ shell: shellOf(parts, request), collections, form }), failed(form) ? 422 : 200);
  }

  router.get(LIST, (request, response) => overview(request, response, EMPTY_FORM));

  router.post('/notebook/collections', async (request, response) => {
    const { iri: by } = requireViewer(request);
    const values = named(request);
    const begun = await actions.addCollection({ by, ...values });
    if (!begun.ok) return overview(request, response, refusedName(values, begun.refusal));
    goTo(response, collectionPath(begun.value.id));
  });

  router.get(ONE, (request, response) => showOwn(parts, request, response, {}));

  router.post(ONE, async (request, response) => {
    const { id, person: by } = await ownCollection(parts, request);
    const values = named(request);
    const changed = await actions.changeCollection({ by, id, change: values });
    if (!changed.ok) return showOwn(parts, request, response, { naming: refusedName(values, changed.refusal) });
    leaveWords(request, NOTEBOOK.saved);
    goTo(response, collectionPath(id));
  });

  router.post(`${ONE}/add`, async (request, response) => {
    const { id, person: by } = await ownCollection(parts, request);
    const [address, called] = [field(request, 'address').trim(), field(request, 'called')];
    const [sentence, passOn] = [field(request, 'sentence'), field(request, 'passOn')];
    const said = await thingAt(parts, { address, called, sentence, passOn: passOn === 'on' });
    const added = await actions.collect({ by, id, said });
    if (!added.ok) {
      const { code } = added.refusal;
      const text = sentenceOf(added.refusal);
      const values = { address, called, sentence, passOn };
      const adding = code === 'too-many' ? { values, errors: {}, error: text } : { values, errors: { address: text } };
      return showOwn(parts, request, response, { adding });
    }
    await parts.settle();
    leaveWords(request, SHARE.added);
    goTo(response, collectionPath(id));
  });

  router.post(`${ONE}/items/:item`, async (request, response) => {
    const { id, person: by } = await ownCollection(parts, request);
    const changed = await actions.changeCollection({ by, id, change: changeAsked(request) });
    if (changed.ok) leaveWords(request, NOTEBOOK.saved);
    else leaveNotice(request, 'refused', sentenceOf(changed.refusal));
    goTo(response, collectionPath(id));
  });

  router.post(`${ONE}/publish`, async (request, response) => {
    const { id, person: by } = await ownCollection(parts, request);
    const publish = field(request, 'publish') === 'yes';
    const done = await actions.publishCollection({ by, id, publish });
    if (done.ok) leaveWords(request, publish ? SHARE.isOut : SHARE.isBack);
    else leaveNotice(request, 'refused', sentenceOf(done.refusal));
    goTo(response, collectionPath(id));
  });

  router.post(`${ONE}/delete`, async (request, response) => {
    const { id, person: by } = await ownCollection(parts, request);
    await actions.removeCollection({ by, id });
    leaveWords(request, SHARE.removed);
    goTo(response, LIST);
  });
};

const named = (request: Request) => ({ title: field(request, 'title'), summary: field(request, 'summary') });

function refusedName(values: ShareModel['form']['values'], refusal: Refusal): ShareModel['form'] {
  const { code } = refusal;
  const text = sentenceOf(refusal);
  return code === 'no-title' ? { values, errors: { title: text } } : { values, errors: {}, error: text };
}

/** Another's collection is not there, whatever its number. */
async function ownCollection({ house }: PagesParts, request: Request): Promise<KeptCollection> {
  const { iri } = requireViewer(request);
  const kept = await house.collections.get(iri, param(request, 'id'));
  if (kept === null) throw new NotFound('There is no such collection of yours.');
  return kept;
}

async function showOwn(
  parts: PagesParts,
  request: Request,
  response: Response,
  forms: Partial<Pick<OwnCollectionModel, 'adding' | 'naming'>>,
): Promise<void> {
  const { addresses } = parts.house;
  const viewer = requireViewer(request);
  const kept = await ownCollection(parts, request);
  const { title, summary } = kept.content;
  const out = addresses.page.collection(viewer.username, kept.id);
  const page = ownCollectionPage({
    shell: shellOf(parts, request),
    path: collectionPath(kept.id),
    title,
    summary,
    things: await collectedIn(parts.house, kept, 'owner'),
    adding: forms.adding ?? EMPTY_FORM,
    naming: forms.naming ?? { values: { title, summary }, errors: {} },
    ...(kept.published === undefined ? {} : { published: { path: out, address: addresses.origin + out } }),
  });
  show(response, page, Object.keys(forms).length === 0 ? 200 : 422);
}

/**
 * What stands at an address: a post that is known here, by its id or its page; a public one at another server, which is
 * fetched; else a page.
 */
async function thingAt(
  { house, lookUpPost }: PagesParts,
  asked: { readonly address: string; readonly called: string; readonly sentence: string; readonly passOn: boolean },
): Promise<Collected> {
  const { address, called, sentence, passOn } = asked;
  const { origin, isHere } = house.addresses;
  const key = address.startsWith(`${origin}/`) ? /\/threads\/([\w-]{16})(?:[#?].*)?$/.exec(address)?.[1] : undefined;
  const known = key === undefined ? await house.posts.byIri(address as PostIri) : await house.posts.byKey(key);
  const isElsewhere = known === null && webAddress(address) !== null && !isHere(address);
  const post = known?.iri ?? (isElsewhere ? await lookUpPost(address) : null);
  return post === null ? { url: address, title: called, sentence } : { post, sentence, passOn };
}

function changeAsked(request: Request): Omit<CollectionChange, 'add'> {
  const id = param(request, 'item');
  switch (field(request, 'do')) {
    case 'up':
      return { move: { id, by: -1 } };
    case 'down':
      return { move: { id, by: 1 } };
    case 'remove':
      return { remove: id };
    default:
      return { say: { id, sentence: field(request, 'sentence') } };
  }
}
