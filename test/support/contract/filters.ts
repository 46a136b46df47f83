import { z } from 'zod';
import type { Json } from '../api-client.ts';
import { nothing } from '../api-schemas.ts';
import { filterEntity, filterKeywordEntity, filterStatusEntity, olderFilterEntity } from '../api-schemas-own.ts';
import type { Endpoint, World } from './endpoint.ts';

/** Something of alice's that is made for one request. */
export async function made({ alice }: World, path: string, body: object): Promise<Json> {
  const answer = await alice.post(path, body);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
  return answer.json;
}
const filtering = () => ({
  title: 'Spoilers',
  context: ['home', 'public'],
  filter_action: 'warn',
  expires_in: 86_400,
  keywords_attributes: [
    { keyword: 'roof', whole_word: true },
    { keyword: 'ladder', whole_word: false },
  ],
});
/** Removed again before the next, because there is a limit to how many there are. */
async function filter(world: World): Promise<Json> {
  for (const one of (await world.alice.get('/api/v2/filters')).json)
    await world.alice.delete(`/api/v2/filters/${one.id}`);
  return made(world, '/api/v2/filters', filtering());
}
async function withPost(world: World): Promise<{ filter: Json; named: Json }> {
  const found = await filter(world);
  const named = await made(world, `/api/v2/filters/${found.id}/statuses`, { status_id: world.answer.id });
  return { filter: found, named };
}

/** Filters, of both editions. */
export const filtersEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v2/filters',
    for: 'read:filters',
    async asks(world) {
      await withPost(world);
      return { path: '/api/v2/filters' };
    },
    answers: z.array(filterEntity).min(1),
  },
  {
    method: 'post',
    path: '/api/v2/filters',
    for: 'write:filters',
    async asks(world) {
      await filter(world);
      return { path: '/api/v2/filters', body: filtering() };
    },
    answers: filterEntity.refine(({ keywords }) => keywords.length === 2),
  },
  {
    method: 'get',
    path: '/api/v2/filters/:id',
    for: 'read:filters',
    asks: async (world) => ({ path: `/api/v2/filters/${(await filter(world)).id}` }),
    answers: filterEntity,
  },
  {
    method: 'put',
    path: '/api/v2/filters/:id',
    for: 'write:filters',
    async asks(world) {
      const { id, keywords } = await filter(world);
      const keywords_attributes = [
        { id: keywords[0].id, keyword: 'roofs', whole_word: false, _destroy: false },
        { id: keywords[1].id, keyword: 'ladder', whole_word: false, _destroy: true },
      ];
      return { path: `/api/v2/filters/${id}`, body: { title: 'Changed', context: ['home'], keywords_attributes } };
    },
    answers: filterEntity.refine(({ keywords }) => keywords.length === 1 && keywords[0]?.keyword === 'roofs'),
  },
  {
    method: 'delete',
    path: '/api/v2/filters/:id',
    for: 'write:filters',
    asks: async (world) => ({ path: `/api/v2/filters/${(await filter(world)).id}` }),
    answers: nothing,
  },
  {
    method: 'get',
    path: '/api/v2/filters/:id/keywords',
    for: 'read:filters',
    asks: async (world) => ({ path: `/api/v2/filters/${(await filter(world)).id}/keywords` }),
    answers: z.array(filterKeywordEntity).length(2),
  },
  {
    method: 'post',
    path: '/api/v2/filters/:id/keywords',
    for: 'write:filters',
    asks: async (world) => ({
      path: `/api/v2/filters/${(await filter(world)).id}/keywords`,
      body: { keyword: 'gutter', whole_word: true },
    }),
    answers: filterKeywordEntity,
  },
  ...(['get', 'put', 'delete'] as const).map(
    (method): Endpoint => ({
      method,
      path: '/api/v2/filters/keywords/:id',
      for: method === 'get' ? 'read:filters' : 'write:filters',
      asks: async (world) => ({
        path: `/api/v2/filters/keywords/${(await filter(world)).keywords[0].id}`,
        ...(method === 'put' ? { body: { keyword: 'slate', whole_word: true } } : {}),
      }),
      answers: method === 'delete' ? nothing : filterKeywordEntity,
    }),
  ),
  {
    method: 'get',
    path: '/api/v2/filters/:id/statuses',
    for: 'read:filters',
    asks: async (world) => ({ path: `/api/v2/filters/${(await withPost(world)).filter.id}/statuses` }),
    answers: z.array(filterStatusEntity).length(1),
  },
  {
    method: 'post',
    path: '/api/v2/filters/:id/statuses',
    for: 'write:filters',
    asks: async (world) => ({
      path: `/api/v2/filters/${(await filter(world)).id}/statuses`,
      body: { status_id: world.answer.id },
    }),
    answers: filterStatusEntity,
  },
  ...(['get', 'delete'] as const).map(
    (method): Endpoint => ({
      method,
      path: '/api/v2/filters/statuses/:id',
      for: method === 'get' ? 'read:filters' : 'write:filters',
      asks: async (world) => ({ path: `/api/v2/filters/statuses/${(await withPost(world)).named.id}` }),
      answers: method === 'delete' ? nothing : filterStatusEntity,
    }),
  ),
  {
    method: 'get',
    path: '/api/v1/filters',
    for: 'read:filters',
    async asks(world) {
      await filter(world);
      return { path: '/api/v1/filters' };
    },
    answers: z.array(olderFilterEntity).min(1),
  },
  {
    method: 'post',
    path: '/api/v1/filters',
    for: 'write:filters',
    async asks(world) {
      await filter(world);
      return { path: '/api/v1/filters', body: { phrase: 'moss', context: ['home', 'thread'], whole_word: true } };
    },
    answers: olderFilterEntity,
  },
  ...(['get', 'put', 'delete'] as const).map(
    (method): Endpoint => ({
      method,
      path: '/api/v1/filters/:id',
      for: method === 'get' ? 'read:filters' : 'write:filters',
      async asks(world) {
        await filter(world);
        const { id } = await made(world, '/api/v1/filters', { phrase: 'moss', context: ['home'] });
        const body = { phrase: 'lichen', context: ['home', 'public'], irreversible: true };
        return { path: `/api/v1/filters/${id}`, ...(method === 'put' ? { body } : {}) };
      },
      answers: method === 'delete' ? nothing : olderFilterEntity,
    }),
  ),
];
