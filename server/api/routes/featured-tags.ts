import type { Request } from 'express';
import { z } from 'zod';
import { readTag, tagKey } from '../../community/hashtags.ts';
import type { PersonIri } from '../../community/ids.ts';
import { numberOf } from '../../community/numbers.ts';
import { askedBy } from '../bearer.ts';
import { read } from '../bodies.ts';
import { notFound, refusalError } from '../errors.ts';
import { actorBy } from '../find.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { tagEntity } from './tags.ts';

/** So many of her latest posts are looked through for hashtags that she may want to show. */
const MOST_LOOKED_THROUGH = 100;
const MOST_PROPOSED = 10;

/** Hashtags that people show on their profiles: what they like to be found for. */
export const featuredTagsRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/api/v1/featured_tags', async (request, response) => {
    response.json(await shownBy(parts, askedBy(request, 'read:accounts').iri));
  });
  router.get('/api/v1/accounts/:id/featured_tags', async (request, response) => {
    const actor = await actorBy(house, String(request.params.id));
    response.json(actor.kind === 'person' ? await shownBy(parts, actor.person.iri) : []);
  });

  router.post('/api/v1/featured_tags', async (request, response) => {
    const viewer = askedBy(request, 'write:accounts');
    const tag = readTag(read(request, z.object({ name: z.string().max(100) })).name) ?? '';
    const done = await actions.featureTag({ by: viewer.iri, tag });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(featuredTagEntity(parts, viewer.iri, tagKey(tag)));
  });
  router.delete('/api/v1/featured_tags/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:accounts');
    const subject = await tagIn(parts, request, viewer.iri);
    await actions.takeMarkAway({ by: viewer.iri, kind: 'featured-tag', subject });
    response.json({});
  });

  // The latest ones that she used; how often is not counted.
  router.get('/api/v1/featured_tags/suggestions', async (request, response) => {
    const viewer = askedBy(request, 'read:accounts');
    const of = { author: viewer.iri, replies: true };
    const latest = { oldestFirst: false, limit: MOST_LOOKED_THROUGH };
    const [posts, shown] = await Promise.all([
      house.timelines.stretch(of, viewer.iri, latest),
      house.marks.of(viewer.iri, ['featured-tag']),
    ]);
    const used = new Set(posts.flatMap(({ details }) => (details?.hashtags ?? []).map(tagKey)));
    for (const { subject } of shown) used.delete(subject);
    response.json(await Promise.all([...used].slice(0, MOST_PROPOSED).map((name) => tagEntity(parts, name, viewer))));
  });
};

async function shownBy(parts: ApiParts, person: PersonIri) {
  const marks = await parts.house.marks.of(person, ['featured-tag']);
  return marks.map(({ subject }) => featuredTagEntity(parts, person, subject));
}

const idOf = (person: PersonIri, tag: string): string => numberOf(`featured ${person} ${tag}`).toString();

async function tagIn({ house }: ApiParts, request: Request, person: PersonIri): Promise<string> {
  const marks = await house.marks.of(person, ['featured-tag']);
  const found = marks.find(({ subject }) => idOf(person, subject) === request.params.id);
  if (found === undefined) throw notFound();
  return found.subject;
}

/** Mastodon's `FeaturedTag`, without figures of how often and when somebody wrote under it. */
const featuredTagEntity = ({ house }: Pick<ApiParts, 'house'>, person: PersonIri, name: string) => ({
  id: idOf(person, name),
  name,
  url: `${house.addresses.origin}/tags/${encodeURIComponent(name)}`,
  statuses_count: '0',
  last_status_at: null,
});
