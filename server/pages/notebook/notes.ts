import type { Request, Response } from 'express';
import { type NoteFormModel, noteFormPage, notePage, sensePage } from '../../../views/pages/notebook/notes.ts';
import type { Form } from '../../../views/parts/field.ts';
import { EMPTY_FORM } from '../../../views/parts/field.ts';
import { NOTEBOOK } from '../../../views/words/notebook.ts';
import { CAPTURE } from '../../../views/words/notebook-capture.ts';
import { NOTES } from '../../../views/words/notebook-notes.ts';
import type { CommunityIri, PersonIri, PostIri } from '../../community/ids.ts';
import { holdsWords, type Note } from '../../community/notebook/note.ts';
import type { Refusal } from '../../community/result.ts';
import { sentenceOf } from '../../community/result.ts';
import type { Keepsake } from '../../ports/keepsakes.ts';
import type { PagesParts, Routes } from '../context.ts';
import { field, goTo, leaveNotice, NotFound, requireViewer, shellOf, show } from '../context.ts';
import { param, query } from '../governed.ts';
import { linkModels, noteBrief, noteModel, notesOf } from '../models/notebook/notes.ts';
import { notePath } from '../models/notebook/paths.ts';
import { leaveWords, lookBackIn, ownCommunities, pageOfAll } from './common.ts';

const LIST = '/notebook/sense';
const NEW = '/notebook/notes';

/** Private notes: written, found again, looked back at, and published by their writer's own act. */
export const notesRoutes: Routes = (parts, router) => {
  const { house, actions } = parts;

  router.get(LIST, async (request, response) => {
    const { iri } = requireViewer(request);
    const asked = (query(request, 'q') ?? '').trim().slice(0, 200);
    const all = await notesOf(house, iri);
    const found = asked === '' ? all : all.filter(({ content }) => holdsWords(content, asked));
    const path = asked === '' ? LIST : `${LIST}?q=${encodeURIComponent(asked)}`;
    const { shown, ...pages } = pageOfAll(request, found, path);
    const notes = shown.map(noteBrief);
    show(response, sensePage({ shell: shellOf(parts, request), query: asked, notes, ...pages }));
  });

  router.get('/notebook/notes/new', async (request, response) => {
    requireViewer(request);
    await showForm(parts, request, response, { form: EMPTY_FORM, action: NEW, back: LIST, posts: [] });
  });

  router.post('/notebook/notes', async (request, response) => {
    const { iri: by } = requireViewer(request);
    const { values, posts } = written(request);
    const added = await actions.addNote({ by, said: { ...values, posts, lookBack: lookBackIn(request) ?? null } });
    if (!added.ok) {
      const form = refusedNote(request, values, added.refusal);
      return showForm(parts, request, response, { form, action: NEW, back: LIST, posts });
    }
    leaveWords(request, CAPTURE.kept);
    goTo(response, notePath(added.value.id));
  });

  router.get('/notebook/notes/:id', (request, response) => showNote(parts, request, response, EMPTY_FORM));

  router.get('/notebook/notes/:id/edit', async (request, response) => {
    const { id, content } = await ownNote(parts, request);
    const { title, text, links, tags } = content;
    const addresses = links.flatMap((link) => (link.kind === 'address' ? [link.url] : [])).join('\n');
    const form = { values: { title, text, addresses, tags: tags.join(' ') }, errors: {} };
    await showForm(parts, request, response, {
      form,
      action: `${notePath(id)}/edit`,
      back: notePath(id),
      posts: postsIn(content),
    });
  });

  router.post('/notebook/notes/:id/edit', async (request, response) => {
    const { id, person: by } = await ownNote(parts, request);
    const { values, posts } = written(request);
    const changed = await actions.changeNote({ by, id, said: values });
    if (!changed.ok) {
      const form = refusedNote(request, values, changed.refusal);
      return showForm(parts, request, response, { form, action: `${notePath(id)}/edit`, back: notePath(id), posts });
    }
    leaveWords(request, NOTEBOOK.saved);
    goTo(response, notePath(id));
  });

  router.post('/notebook/notes/:id/look-back', async (request, response) => {
    const { id, person: by } = await ownNote(parts, request);
    const changed = await actions.changeNote({ by, id, said: { lookBack: lookBackIn(request) ?? null } });
    if (changed.ok) leaveWords(request, NOTEBOOK.saved);
    else leaveNotice(request, 'refused', sentenceOf(changed.refusal));
    goTo(response, notePath(id));
  });

  router.post('/notebook/notes/:id/publish', async (request, response) => {
    const { id, person: by } = await ownNote(parts, request);
    const community = field(request, 'community');
    const posted = await actions.publishNote({
      by,
      id,
      ...(community === '' ? {} : { community: community as CommunityIri }),
    });
    if (!posted.ok) {
      return showNote(parts, request, response, {
        values: { community },
        errors: {},
        error: sentenceOf(posted.refusal),
      });
    }
    await parts.settle();
    leaveWords(request, CAPTURE.posted);
    goTo(response, notePath(id));
  });

  router.post('/notebook/notes/:id/delete', async (request, response) => {
    const { iri: by } = requireViewer(request);
    await actions.removeNote({ by, id: param(request, 'id') });
    leaveWords(request, NOTES.removed);
    goTo(response, LIST);
  });
};

/** Another's note is not there, whatever its number. */
async function ownNote({ house }: PagesParts, request: Request): Promise<Keepsake<Note>> {
  const { iri } = requireViewer(request);
  const note = await house.notes.get(iri, param(request, 'id'));
  if (note === null) throw new NotFound('There is no such note of yours.');
  return note;
}

async function showNote(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: Form<'community'>,
): Promise<void> {
  const viewer = requireViewer(request);
  const note = await ownNote(parts, request);
  const [model, communities] = await Promise.all([noteModel(parts.house, note), ownCommunities(parts, viewer)]);
  const page = notePage({ shell: shellOf(parts, request), ...model, communities, form });
  show(response, page, form === EMPTY_FORM ? 200 : 422);
}

interface Showing extends Pick<NoteFormModel, 'form' | 'action' | 'back'> {
  readonly posts: readonly PostIri[];
}

async function showForm(
  parts: PagesParts,
  request: Request,
  response: Response,
  { posts, ...showing }: Showing,
): Promise<void> {
  const { iri } = requireViewer(request);
  const about = await aboutPosts(parts, posts, iri);
  const isNew = showing.action === NEW;
  const page = noteFormPage({ shell: shellOf(parts, request), ...showing, isNew, about, posts });
  show(response, page, showing.form.error === undefined && Object.keys(showing.form.errors).length === 0 ? 200 : 422);
}

async function aboutPosts({ house }: PagesParts, posts: readonly PostIri[], viewer: PersonIri) {
  const links = posts.map((post) => ({ kind: 'post' as const, post }));
  return (await linkModels(house, { links }, viewer)).links;
}

const postsIn = ({ links }: Note): readonly PostIri[] =>
  links.flatMap((link) => (link.kind === 'post' ? [link.post] : []));

const FIELDS = ['title', 'text', 'addresses', 'tags'] as const;

/** A note as the form says it; the posts it is about go along unseen. */
function written(request: Request) {
  const [title, text, addresses, tags] = FIELDS.map((name) => field(request, name)) as [string, string, string, string];
  const said: unknown = (request.body as Record<string, unknown> | undefined)?.posts;
  const posts = [said].flat().filter((one): one is string => typeof one === 'string' && one.length < 2000);
  return { values: { title, text, addresses, tags }, posts: posts.slice(0, 20) as PostIri[] };
}

function refusedNote(
  request: Request,
  values: Form<(typeof FIELDS)[number]>['values'],
  refusal: Refusal,
): NoteFormModel['form'] {
  const { code } = refusal;
  const text = sentenceOf(refusal);
  const asked = { ...values, days: field(request, 'days'), notice: field(request, 'notice') };
  const name =
    code === 'bad-address' ? 'addresses' : code === 'bad-tag' ? 'tags' : code === 'empty' ? 'text' : undefined;
  return name === undefined ? { values: asked, errors: {}, error: text } : { values: asked, errors: { [name]: text } };
}
