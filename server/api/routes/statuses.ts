import type { Request } from 'express';
import { plainText } from '../../actions/content.ts';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import { isUnwanted } from '../../community/unwanted.ts';
import { askedBy, readBy } from '../bearer.ts';
import { read, saidIn } from '../bodies.ts';
import { editionEntities } from '../entities/edition.ts';
import { calledByAnswers, noticeAsPost } from '../entities/notice.ts';
import { scheduledEntity } from '../entities/scheduled-status.ts';
import { statusEntities, statusEntityOf } from '../entities/status.ts';
import { notFound, refusalError } from '../errors.ts';
import { postBy } from '../find.ts';
import { boostBy, boostEntity } from '../listed.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { seenBy } from '../seen.ts';
import { besidesIn, checkReplies, edition, picturesIn, publish, writing } from '../writing.ts';

const numberIn = (request: Request): string => String(request.params.id ?? '');

/** Posts by themselves: reading, writing, changing, and the gestures towards them. */
export const statusesRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.post('/api/v1/statuses', async (request, response) => {
    const viewer = askedBy(request, 'write:statuses');
    const done = await publish(parts, request, viewer, read(request, writing));
    if ('scheduled' in done) return void response.json(await scheduledEntity(house, done.scheduled));
    await parts.settle();
    response.json(await statusEntityOf(house, done.post, viewer, { isNew: done.isNew }));
  });

  router.get('/api/v1/statuses/:id', async (request, response) => {
    const viewer = readBy(request, 'read:statuses');
    const boost = await boostBy(house, numberIn(request));
    const passedOn = boost === null ? null : await boostEntity(house, boost, viewer);
    response.json(passedOn ?? (await statusEntityOf(house, await postBy(house, numberIn(request), viewer), viewer)));
  });

  router.put('/api/v1/statuses/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:statuses');
    const post = await postBy(house, numberIn(request), viewer);
    const said = read(request, edition);
    checkReplies(saidIn(request));
    const title = post.title === undefined ? {} : { title: post.title };
    const done = await actions.editPost({
      post: post.iri,
      by: viewer.iri,
      text: said.status,
      about: besidesIn(said),
      ...title,
      ...picturesIn(said),
    });
    if (!done.ok) throw refusalError(done.refusal);
    const policy = said.quote_approval_policy;
    if (policy !== undefined) await actions.setQuotePolicy({ post: post.iri, by: viewer.iri, policy });
    await parts.settle();
    response.json(await asItIsNow(house, post, viewer));
  });

  router.delete('/api/v1/statuses/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:statuses');
    const boost = await boostBy(house, numberIn(request));
    if (boost !== null) {
      // Never the post itself, also where it is hers: what was deleted is that somebody passed it on.
      const entity = await boostEntity(house, boost, viewer);
      if (entity === null || boost.actor !== viewer.iri) throw notFound();
      await actions.takeBoostBack({ post: boost.post, by: viewer.iri });
      await parts.settle();
      return void response.json(entity);
    }
    const post = await postBy(house, numberIn(request), viewer);
    const entity = await statusEntityOf(house, post, viewer);
    const done = await actions.deletePost({ post: post.iri, by: viewer.iri });
    if (!done.ok) throw refusalError(done.refusal);
    await parts.settle();
    // With what she had typed, so that she can write it anew; her pictures are deleted with the post.
    response.json({ ...entity, media_attachments: [], text: post.source ?? plainText(post.html) });
  });

  router.get('/api/v1/statuses/:id/context', async (request, response) => {
    const viewer = readBy(request, 'read:statuses');
    const post = await postBy(house, numberIn(request), viewer);
    const { ancestors, descendants } = await around(parts, post, viewer);
    const entities = await statusEntities(house, [...ancestors, ...descendants], viewer);
    response.json({
      ancestors: entities.slice(0, ancestors.length),
      descendants: entities.slice(ancestors.length),
    });
  });

  router.get('/api/v1/statuses/:id/source', async (request, response) => {
    const viewer = askedBy(request, 'read:statuses');
    const post = await postBy(house, numberIn(request), viewer);
    const text = post.source ?? plainText(post.html);
    response.json({ id: numberIn(request), text, spoiler_text: post.details?.warning ?? '' });
  });

  // Whoever may see the post as it is now is told what it was while it was for her.
  router.get('/api/v1/statuses/:id/history', async (request, response) => {
    const viewer = readBy(request, 'read:statuses');
    const post = await postBy(house, numberIn(request), viewer);
    response.json(await editionEntities(house, post, viewer));
  });

  for (const list of ['favourited_by', 'reblogged_by'] as const) {
    // Who likes what is nobody's list: the author sees how many.
    router.get(`/api/v1/statuses/:id/${list}`, async (request, response) => {
      await postBy(house, numberIn(request), readBy(request, 'read:statuses'));
      response.json([]);
    });
  }

  router.post('/api/v1/statuses/:id/favourite', async (request, response) => {
    const viewer = askedBy(request, 'write:favourites');
    const post = await postBy(house, numberIn(request), viewer);
    const done = await actions.likePost({ post: post.iri, by: viewer.iri, kind: 'like' });
    if (!done.ok) throw refusalError(done.refusal);
    await parts.settle();
    response.json(await asItIsNow(house, post, viewer));
  });
  router.post('/api/v1/statuses/:id/unfavourite', async (request, response) => {
    const viewer = askedBy(request, 'write:favourites');
    const post = await postBy(house, numberIn(request), viewer);
    await actions.takeLikeBack({ post: post.iri, by: viewer.iri });
    await parts.settle();
    response.json(await asItIsNow(house, post, viewer));
  });

  router.post('/api/v1/statuses/:id/reblog', async (request, response) => {
    const viewer = askedBy(request, 'write:statuses');
    const post = await postBy(house, numberIn(request), viewer);
    const done = await actions.boostPost({ post: post.iri, by: viewer.iri });
    if (!done.ok) throw refusalError(done.refusal);
    await parts.settle();
    response.json(await boostEntity(house, done.value, viewer));
  });
  router.post('/api/v1/statuses/:id/unreblog', async (request, response) => {
    const viewer = askedBy(request, 'write:statuses');
    const post = await postBy(house, numberIn(request), viewer);
    await actions.takeBoostBack({ post: post.iri, by: viewer.iri });
    await parts.settle();
    response.json(await asItIsNow(house, post, viewer));
  });
};

/** A post after something was done to it. */
const asItIsNow = async (house: ApiParts['house'], post: Post, viewer: Person) =>
  statusEntityOf(house, (await house.posts.byIri(post.iri)) ?? post, viewer);

/** What a post answers, first things first, and what answers it. */
async function around({ house }: ApiParts, post: Post, viewer: Person | null) {
  const [thread, unwanted] = await Promise.all([
    house.timelines.thread(post.thread, viewer?.iri ?? null),
    unwantedBy(house, viewer?.iri, 'thread'),
  ]);
  const messages = post.audience === 'direct' && viewer !== null ? await messagesAmong(house, thread, viewer) : [];
  const shown = [...thread, ...messages]
    .filter(({ deletedAt }) => deletedAt === undefined)
    .toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
  const byIri = new Map(shown.map((one) => [calledByAnswers(one), one]));
  const ancestors: Post[] = [];
  for (let up = post.inReplyTo; up !== undefined && ancestors.length < 1000; ) {
    const parent = byIri.get(up) ?? (await seenBy(house, [up], viewer))[0];
    if (parent === undefined || ancestors.includes(parent)) break;
    ancestors.unshift(parent);
    up = parent.inReplyTo;
  }
  const below = new Set([calledByAnswers(post)]);
  const descendants = shown.filter((one) => {
    const answers = one.inReplyTo !== undefined && below.has(one.inReplyTo);
    if (answers) below.add(calledByAnswers(one));
    return answers;
  });
  // What answers somebody whom she does not want to see still stands there, by itself.
  const isWanted = (one: Post) => unwanted === undefined || !isUnwanted(unwanted, one);
  return { ancestors: ancestors.filter(isWanted), descendants: descendants.filter(isWanted) };
}

/** Messages from elsewhere in a thread of somebody's: its first one, and those that answer what she wrote in it. */
async function messagesAmong(house: ApiParts['house'], thread: readonly Post[], viewer: Person) {
  const roots = [...new Set(thread.map((one) => one.thread))];
  const first = await Promise.all(roots.map((root) => house.notices.message(viewer.iri, root)));
  const answering = await house.notices.answering(
    viewer.iri,
    thread.map(({ iri }) => iri),
  );
  return [...first.filter((notice) => notice !== null), ...answering].map((notice) => noticeAsPost(house, notice));
}
