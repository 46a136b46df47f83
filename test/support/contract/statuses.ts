import { z } from 'zod';
import type { ApiClient, Json } from '../api-client.ts';
import {
  accountEntity,
  contextEntity,
  mediaEntity,
  ownView,
  pollEntity,
  statusEditEntity,
  statusEntity,
  statusSourceEntity,
} from '../api-schemas.ts';
import { formWith, picture, sent } from '../pictures.ts';
import type { Endpoint, World } from './endpoint.ts';

const at = (path: string) => () => ({ path });
const ofPost =
  (rest = '') =>
  ({ post }: World) => ({ path: `/api/v1/statuses/${post.id}${rest}` });

/** Something done to a post of bob's, or of her own, that answers with it. */
const gesture = (what: string, scope: `write:${string}`, own = false): Endpoint => ({
  method: 'post',
  path: `/api/v1/statuses/:id/${what}`,
  for: scope,
  asks: ({ post, answer }) => ({ path: `/api/v1/statuses/${(own ? post : answer).id}/${what}`, body: {} }),
  answers: ownView,
});

const list = (path: string, whom: Endpoint['for'], more: Partial<Endpoint> = {}): Endpoint => ({
  method: 'get',
  path,
  for: whom,
  asks: at(path),
  answers: z.array(whom.startsWith('anybody') ? statusEntity : ownView).min(1),
  pages: [20, 40],
  ...more,
});

async function quoting(app: ApiClient, quoted_status_id: string, status: string): Promise<Json> {
  const { status: answered, json, text } = await app.post('/api/v1/statuses', { status, quoted_status_id });
  if (answered !== 200) throw new Error(text);
  return json;
}

const upload = (edition: 'v1' | 'v2'): Endpoint => ({
  method: 'post',
  path: `/api/${edition}/media`,
  for: 'write:media',
  async asks() {
    const content = await picture({ width: 60, height: 40 }).jpeg().toBuffer();
    return {
      path: `/api/${edition}/media`,
      form: formWith(content, { fields: { description: 'a roof', focus: '0,1' } }),
    };
  },
  answers: mediaEntity,
});

/** Posts, what is done with them, and lists of them. */
export const statusesEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/api/v1/statuses',
    for: 'write:statuses',
    async asks({ alice, answer }) {
      const { id } = await sent(alice);
      const said = { in_reply_to_id: answer.id, sensitive: true, spoiler_text: 'roofs', language: 'en' };
      return {
        path: '/api/v1/statuses',
        body: { status: 'Look @guild', media_ids: [id], visibility: 'public', ...said },
      };
    },
    answers: ownView.refine(
      ({ media_attachments, spoiler_text, sensitive, in_reply_to_id }) =>
        media_attachments.length === 1 && spoiler_text === 'roofs' && sensitive && in_reply_to_id !== null,
    ),
  },
  {
    method: 'get',
    path: '/api/v1/statuses/:id',
    for: 'anybody?read:statuses',
    asks: ofPost(),
    answers: statusEntity,
  },
  {
    method: 'put',
    path: '/api/v1/statuses/:id',
    for: 'write:statuses',
    async asks({ write }) {
      const { id } = await write('@guild a slip');
      return { path: `/api/v1/statuses/${id}`, body: { status: '@guild mended', language: 'en' } };
    },
    answers: ownView.refine(({ edited_at, content }) => edited_at !== null && content.includes('mended')),
  },
  {
    method: 'delete',
    path: '/api/v1/statuses/:id',
    for: 'write:statuses',
    asks: async ({ write }) => ({ path: `/api/v1/statuses/${(await write('@guild gone')).id}` }),
    answers: ownView.required({ text: true }),
  },
  {
    method: 'get',
    path: '/api/v1/statuses/:id/context',
    for: 'anybody?read:statuses',
    asks: ofPost('/context'),
    answers: contextEntity.refine(({ descendants }) => descendants.length > 0),
  },
  {
    method: 'get',
    path: '/api/v1/statuses/:id/source',
    for: 'read:statuses',
    asks: ofPost('/source'),
    answers: statusSourceEntity,
  },
  {
    method: 'get',
    path: '/api/v1/statuses/:id/history',
    for: 'anybody?read:statuses',
    asks: ofPost('/history'),
    answers: z.array(statusEditEntity).min(1),
  },
  ...['favourited_by', 'reblogged_by'].map(
    (what): Endpoint => ({
      method: 'get',
      path: `/api/v1/statuses/:id/${what}`,
      for: 'anybody?read:statuses',
      asks: ofPost(`/${what}`),
      answers: z.array(accountEntity),
    }),
  ),
  gesture('favourite', 'write:favourites'),
  gesture('unfavourite', 'write:favourites'),
  {
    ...gesture('reblog', 'write:statuses'),
    answers: ownView.refine(({ reblog, reblogged }) => reblog !== null && reblogged === true),
  },
  gesture('unreblog', 'write:statuses'),
  gesture('bookmark', 'write:bookmarks'),
  gesture('unbookmark', 'write:bookmarks'),
  { ...gesture('pin', 'write:accounts', true), answers: ownView.required({ pinned: true }) },
  gesture('unpin', 'write:accounts', true),
  list('/api/v1/statuses/:id/quotes', 'read:statuses', {
    async asks({ bob, post }) {
      for (const status of ['Look', 'and look']) await quoting(bob, post.id, status);
      return { path: `/api/v1/statuses/${post.id}/quotes` };
    },
    answers: z.array(ownView.refine(({ quote }) => quote?.state === 'accepted')).min(1),
  }),
  {
    method: 'post',
    path: '/api/v1/statuses/:id/quotes/:quoting/revoke',
    for: 'write:statuses',
    async asks({ stage, bob, post }) {
      const { id } = await quoting(bob, post.id, 'Look once more');
      await stage.quiet();
      return { path: `/api/v1/statuses/${post.id}/quotes/${id}/revoke`, body: {} };
    },
    answers: ownView.refine(({ quote }) => quote?.state === 'revoked'),
  },
  {
    method: 'put',
    path: '/api/v1/statuses/:id/interaction_policy',
    for: 'write:statuses',
    async asks({ write }) {
      const { id } = await write();
      return { path: `/api/v1/statuses/${id}/interaction_policy`, body: { quote_approval_policy: 'followers' } };
    },
    answers: ownView.refine(({ quote_approval }) => quote_approval?.current_user === 'automatic'),
  },
  list('/api/v1/bookmarks', 'read:bookmarks', {
    async asks({ alice, post, answer }) {
      for (const { id } of [post, answer]) await alice.post(`/api/v1/statuses/${id}/bookmark`);
      return { path: '/api/v1/bookmarks' };
    },
  }),
  list('/api/v1/favourites', 'read:favourites', {
    async asks({ stage, alice, post, answer }) {
      for (const { id } of [post, answer]) await alice.post(`/api/v1/statuses/${id}/favourite`);
      await stage.quiet();
      return { path: '/api/v1/favourites' };
    },
  }),

  upload('v1'),
  upload('v2'),
  {
    method: 'get',
    path: '/api/v1/media/:id',
    for: 'write:media',
    asks: async ({ alice }) => ({ path: `/api/v1/media/${(await sent(alice)).id}` }),
    answers: mediaEntity,
  },
  {
    method: 'put',
    path: '/api/v1/media/:id',
    for: 'write:media',
    asks: async ({ alice }) => ({
      path: `/api/v1/media/${(await sent(alice)).id}`,
      body: { description: 'a ladder', focus: '-0.5,0.25' },
    }),
    answers: mediaEntity.refine(({ description }) => description === 'a ladder'),
  },

  {
    method: 'get',
    path: '/api/v1/polls/:id',
    for: 'anybody?read:statuses',
    asks: ({ poll }) => ({ path: `/api/v1/polls/${poll}` }),
    answers: pollEntity.refine(({ options }) => options.every(({ votes_count }) => votes_count === null)),
  },
  {
    method: 'post',
    path: '/api/v1/polls/:id/votes',
    for: 'write:statuses',
    asks: ({ poll }) => ({ path: `/api/v1/polls/${poll}/votes`, body: { choices: [0] } }),
    answers: pollEntity
      .required({ voted: true, own_votes: true })
      .refine(({ voted, own_votes }) => voted === true && own_votes?.join() === '0'),
  },

  list('/api/v1/timelines/home', 'read:statuses'),
  list('/api/v1/timelines/public', 'anybody?read:statuses'),
  list('/api/v1/timelines/tag/:tag', 'anybody?read:statuses', { asks: at('/api/v1/timelines/tag/roofs') }),
  list('/api/v1/timelines/list/:id', 'read:lists', {
    asks: ({ account }) => ({ path: `/api/v1/timelines/list/${account.guild}` }),
  }),
  {
    method: 'get',
    path: '/api/v1/timelines/link',
    for: 'anybody?read:statuses',
    asks: at('/api/v1/timelines/link?url=https://example.com/'),
    answers: z.array(statusEntity),
  },
];
