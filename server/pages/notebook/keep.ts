import type { Request, Response } from 'express';
import { type KeepModel, keepPage } from '../../../views/pages/notebook/capture.ts';
import { bookmarksPage } from '../../../views/pages/notebook/notes.ts';
import { EMPTY_FORM } from '../../../views/parts/field.ts';
import { CAPTURE } from '../../../views/words/notebook-capture.ts';
import { plainText } from '../../actions/content.ts';
import { isForEverybody, maySee } from '../../actions/may-see.ts';
import type { PersonIri, PostIri } from '../../community/ids.ts';
import type { Post } from '../../community/post.ts';
import type { Result } from '../../community/result.ts';
import { accepted, sentenceOf } from '../../community/result.ts';
import type { PagesParts, Routes } from '../context.ts';
import { field, goTo, NotFound, requireViewer, shellOf, show } from '../context.ts';
import { param } from '../governed.ts';
import { noteBrief, notesOf } from '../models/notebook/notes.ts';
import { keepPath } from '../models/notebook/paths.ts';
import { namedPosts, seenPosts } from '../models/notebook/posts.ts';
import { leaveWords, lookBackIn, pageOfAll } from './common.ts';

const LIST = '/notebook/bookmarks';
const LONGEST_QUOTE = 400;

/** Posts that somebody keeps: bookmarks, as her apps have them too, and what she notes about them for herself. */
export const keepRoutes: Routes = (parts, router) => {
  const { house, actions } = parts;

  router.get(LIST, async (request, response) => {
    const { iri } = requireViewer(request);
    const [marks, notes] = await Promise.all([house.marks.of(iri, ['bookmark']), notesOf(house, iri)]);
    const { shown, ...pages } = pageOfAll(request, marks, LIST);
    const posts = await seenPosts(
      house,
      shown.map(({ subject }) => subject as PostIri),
      iri,
    );
    const named = await namedPosts(house, posts);
    const bookmarks = shown.flatMap(({ subject, at }) => {
      const post = named.get(subject as PostIri);
      return post === undefined ? [] : [{ ...post, at, keep: keepPath(post.iri), notes: notesOn(notes, post.iri) }];
    });
    show(response, bookmarksPage({ shell: shellOf(parts, request), bookmarks, ...pages }));
  });

  router.get('/notebook/keep/:key', (request, response) => showPost(parts, request, response, EMPTY_FORM));

  router.post('/notebook/keep/:key', async (request, response) => {
    const { iri: by } = requireViewer(request);
    const post = await postAsked(parts, request);
    const kept = await keep(parts, request, { by, post: post.iri });
    if (!kept.ok) {
      const values = Object.fromEntries(FIELDS.map((name) => [name, field(request, name)]));
      return showPost(parts, request, response, { values, errors: {}, error: sentenceOf(kept.refusal) });
    }
    await parts.settle();
    leaveWords(request, CAPTURE.kept);
    goTo(response, keepPath(post.iri));
  });

  router.post('/notebook/keep/:key/forget', async (request, response) => {
    const { iri: by } = requireViewer(request);
    const post = await postAsked(parts, request);
    await actions.takeMarkAway({ by, kind: 'bookmark', subject: post.iri });
    leaveWords(request, CAPTURE.forgotten);
    goTo(response, LIST);
  });
};

const FIELDS = ['text', 'days', 'notice', 'collection', 'sentence', 'passOn'] as const;

/** Each as far as she asked for it, and what can be refused before what cannot. */
async function keep(
  { actions }: PagesParts,
  request: Request,
  { by, post }: { readonly by: PersonIri; readonly post: PostIri },
): Promise<Result<unknown>> {
  const [text, id] = [field(request, 'text'), field(request, 'collection')];
  const marked = await actions.bookmark({ by, post });
  if (!marked.ok) return marked;
  if (id !== '') {
    const said = { post, sentence: field(request, 'sentence'), passOn: field(request, 'passOn') === 'on' };
    const collected = await actions.collect({ by, id, said });
    if (!collected.ok && collected.refusal.code !== 'in-it-already') return collected;
  }
  const lookBack = lookBackIn(request) ?? null;
  if (text.trim() === '' && lookBack === null) return accepted(null);
  return actions.addNote({ by, said: { text, posts: [post], lookBack } });
}

/** A post by its key, if she may see it. */
async function postAsked({ house }: PagesParts, request: Request): Promise<Post> {
  const { iri } = requireViewer(request);
  const post = await house.posts.byKey(param(request, 'key'));
  if (post === null || !(await maySee(house, post, iri))) throw new NotFound('There is no such post.');
  return post;
}

async function showPost(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: KeepModel['form'],
): Promise<void> {
  const { house } = parts;
  const { iri } = requireViewer(request);
  const post = await postAsked(parts, request);
  const [named, mark, notes, collections] = await Promise.all([
    namedPosts(house, [post]),
    house.marks.get(iri, 'bookmark', post.iri),
    notesOf(house, iri),
    house.collections.of(iri),
  ]);
  const name = named.get(post.iri);
  if (name === undefined) throw new Error(`${post.iri} has no name`);
  const words = plainText(post.html);
  const page = keepPage({
    shell: shellOf(parts, request),
    action: keepPath(post.iri),
    post: { ...name, words: words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words },
    isKept: mark !== null,
    mayPassOn: isForEverybody(post),
    notes: notesOn(notes, post.iri),
    collections: collections.map(({ id, content }) => ({ id, title: content.title })),
    form,
  });
  show(response, page, form === EMPTY_FORM ? 200 : 422);
}

const notesOn = (notes: Awaited<ReturnType<typeof notesOf>>, post: PostIri) =>
  notes
    .filter(({ content }) => content.links.some((link) => link.kind === 'post' && link.post === post))
    .map(noteBrief);
