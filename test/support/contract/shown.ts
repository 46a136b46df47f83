import { z } from 'zod';
import { accountEntity, errorEntity, nothing, ownView } from '../api-schemas.ts';
import { tagEntity } from '../api-schemas-own.ts';
import { featuredTagEntity, suggestionEntity } from '../api-schemas-tiers.ts';
import type { Endpoint, World } from './endpoint.ts';
import { made } from './filters.ts';

const at = (path: string) => () => ({ path });

async function withoutFeatured({ alice }: World): Promise<void> {
  for (const { id } of (await alice.get('/api/v1/featured_tags')).json)
    await alice.delete(`/api/v1/featured_tags/${id}`);
}
async function featured(world: World): Promise<string> {
  await withoutFeatured(world);
  return (await made(world, '/api/v1/featured_tags', { name: 'roofs' })).id;
}

/** What somebody shows first, whom she is suggested, and what there is none of here. */
export const shownEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/featured_tags',
    for: 'read:accounts',
    async asks(world) {
      await featured(world);
      return { path: '/api/v1/featured_tags' };
    },
    answers: z.array(featuredTagEntity).length(1),
  },
  {
    method: 'get',
    path: '/api/v1/accounts/:id/featured_tags',
    for: 'anybody',
    asks: ({ account }) => ({ path: `/api/v1/accounts/${account.bob}/featured_tags` }),
    answers: z.array(featuredTagEntity),
  },
  {
    method: 'post',
    path: '/api/v1/featured_tags',
    for: 'write:accounts',
    async asks(world) {
      await withoutFeatured(world);
      return { path: '/api/v1/featured_tags', body: { name: 'roofs' } };
    },
    answers: featuredTagEntity,
  },
  {
    method: 'delete',
    path: '/api/v1/featured_tags/:id',
    for: 'write:accounts',
    asks: async (world) => ({ path: `/api/v1/featured_tags/${await featured(world)}` }),
    answers: nothing,
  },
  {
    method: 'get',
    path: '/api/v1/featured_tags/suggestions',
    for: 'read:accounts',
    asks: at('/api/v1/featured_tags/suggestions'),
    answers: z.array(tagEntity),
  },
  {
    method: 'get',
    path: '/api/v1/suggestions',
    for: 'read',
    asks: at('/api/v1/suggestions'),
    answers: z.array(accountEntity),
  },
  {
    method: 'get',
    path: '/api/v2/suggestions',
    for: 'read',
    asks: at('/api/v2/suggestions'),
    answers: z.array(suggestionEntity),
  },
  {
    method: 'delete',
    path: '/api/v1/suggestions/:id',
    for: 'read',
    takesAnyId: true,
    asks: ({ account }) => ({ path: `/api/v1/suggestions/${account.carol}` }),
    answers: nothing,
  },
  ...['mute', 'unmute'].map(
    (what): Endpoint => ({
      method: 'post',
      path: `/api/v1/statuses/:id/${what}`,
      for: 'write:mutes',
      asks: ({ post }) => ({ path: `/api/v1/statuses/${post.id}/${what}`, body: {} }),
      answers: ownView,
    }),
  ),
  {
    method: 'post',
    path: '/api/v1/statuses/:id/translate',
    for: 'anybody',
    asks: ({ post }) => ({ path: `/api/v1/statuses/${post.id}/translate`, body: {} }),
    // Nothing is translated here, which is said.
    status: 404,
    answers: errorEntity,
  },
  {
    method: 'get',
    path: '/api/v1/instance/translation_languages',
    for: 'anybody',
    asks: at('/api/v1/instance/translation_languages'),
    answers: z.record(z.string(), z.array(z.string())),
  },
];
