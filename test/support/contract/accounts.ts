import { z } from 'zod';
import {
  accountEntity,
  credentialAccountEntity,
  familiarFollowersEntity,
  mutedAccount,
  nothing,
  statusEntity,
} from '../api-schemas.ts';
import { listEntity, relationshipEntity } from '../api-schemas-own.ts';
import type { Endpoint, World } from './endpoint.ts';

const of =
  (name: keyof World['account'], rest = '') =>
  ({ account }: World) => ({ path: `/api/v1/accounts/${account[name]}${rest}` });

/** A gesture towards somebody, and what it says of her afterwards. */
const towards = (
  what: string,
  scope: `write:${string}`,
  { to = 'carol', body = {} }: { to?: keyof World['account']; body?: object } = {},
): Endpoint => ({
  method: 'post',
  path: `/api/v1/accounts/:id/${what}`,
  for: scope,
  asks: ({ account }) => ({ path: `/api/v1/accounts/${account[to]}/${what}`, body: { ...body } }),
  answers: relationshipEntity,
});

/** People and communities, and what is between somebody and them. */
export const accountsEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/accounts/verify_credentials',
    for: 'read:accounts',
    asks: () => ({ path: '/api/v1/accounts/verify_credentials' }),
    answers: credentialAccountEntity,
  },
  {
    method: 'patch',
    path: '/api/v1/accounts/update_credentials',
    for: 'write:accounts',
    asks: () => ({
      path: '/api/v1/accounts/update_credentials',
      body: { display_name: 'Alice', note: 'I make roofs.\nOld ones too.' },
    }),
    answers: credentialAccountEntity.refine(({ source }) => source.note === 'I make roofs.\nOld ones too.'),
  },
  ...(['avatar', 'header'] as const).map(
    (kind): Endpoint => ({
      method: 'delete',
      path: `/api/v1/profile/${kind}`,
      for: 'write:accounts',
      asks: () => ({ path: `/api/v1/profile/${kind}` }),
      answers: credentialAccountEntity,
    }),
  ),
  {
    method: 'get',
    path: '/api/v1/accounts/relationships',
    for: 'read:follows',
    asks: ({ account }) => ({
      path: `/api/v1/accounts/relationships?id[]=${account.bob}&id[]=${account.guild}&id[]=12345`,
    }),
    answers: z.array(relationshipEntity).length(2),
  },
  {
    method: 'get',
    path: '/api/v1/accounts/familiar_followers',
    for: 'read:follows',
    asks: ({ account }) => ({ path: `/api/v1/accounts/familiar_followers?id[]=${account.bob}` }),
    answers: z.array(familiarFollowersEntity).length(1),
  },
  {
    method: 'get',
    path: '/api/v1/accounts/lookup',
    for: 'anybody?read:accounts',
    asks: () => ({ path: '/api/v1/accounts/lookup?acct=@bob' }),
    answers: accountEntity,
  },
  {
    method: 'get',
    path: '/api/v1/accounts/search',
    for: 'anybody?read:accounts',
    asks: () => ({ path: '/api/v1/accounts/search?q=guild' }),
    answers: z.array(accountEntity).min(1),
  },
  {
    method: 'get',
    path: '/api/v1/accounts/:id',
    for: 'anybody?read:accounts',
    asks: of('guild'),
    answers: accountEntity,
  },
  {
    method: 'get',
    path: '/api/v1/accounts/:id/statuses',
    for: 'anybody?read:statuses',
    asks: of('alice', '/statuses'),
    answers: z.array(statusEntity).min(1),
    pages: [20, 40],
  },
  {
    method: 'get',
    path: '/api/v1/accounts/:id/followers',
    for: 'anybody?read:accounts',
    asks: of('guild', '/followers'),
    // A stranger is not told who belongs to a community, so that her list is empty.
    answers: z.array(accountEntity),
    pages: [40, 80],
  },
  {
    method: 'get',
    path: '/api/v1/accounts/:id/following',
    for: 'anybody?read:accounts',
    asks: of('alice', '/following'),
    answers: z.array(accountEntity),
    pages: [40, 80],
  },
  {
    method: 'get',
    path: '/api/v1/accounts/:id/lists',
    for: 'read:lists',
    asks: of('bob', '/lists'),
    answers: z.array(listEntity).min(1),
  },
  {
    method: 'get',
    path: '/api/v1/accounts/:id/identity_proofs',
    for: 'anybody',
    asks: of('bob', '/identity_proofs'),
    answers: z.array(z.never()),
  },
  {
    method: 'get',
    path: '/api/v1/accounts/:id/endorsements',
    for: 'anybody',
    asks: of('bob', '/endorsements'),
    answers: z.array(accountEntity),
  },

  towards('follow', 'write:follows', { body: { reblogs: true, notify: false } }),
  towards('unfollow', 'write:follows'),
  towards('mute', 'write:mutes', { body: { notifications: true, duration: 3600 } }),
  towards('block', 'write:blocks'),
  towards('unmute', 'write:mutes'),
  towards('unblock', 'write:blocks'),
  towards('note', 'write:accounts', { body: { comment: 'the one with the ladder' } }),
  {
    method: 'get',
    path: '/api/v1/mutes',
    for: 'read:mutes',
    async asks({ alice, account }) {
      for (const other of [account.carol, account.bob]) await alice.post(`/api/v1/accounts/${other}/mute`);
      return { path: '/api/v1/mutes' };
    },
    answers: z.array(mutedAccount).min(1),
    pages: [40, 80],
  },
  {
    method: 'get',
    path: '/api/v1/blocks',
    for: 'read:blocks',
    async asks({ alice, account }) {
      for (const other of [account.bob, account.carol]) {
        await alice.post(`/api/v1/accounts/${other}/unmute`);
        await alice.post(`/api/v1/accounts/${other}/block`);
      }
      return { path: '/api/v1/blocks' };
    },
    answers: z.array(accountEntity).min(1),
    pages: [40, 80],
  },
  {
    method: 'get',
    path: '/api/v1/domain_blocks',
    for: 'read:blocks',
    async asks({ alice, account }) {
      for (const other of [account.bob, account.carol]) await alice.post(`/api/v1/accounts/${other}/unblock`);
      for (const domain of ['one.example', 'two.example']) await alice.post('/api/v1/domain_blocks', { domain });
      return { path: '/api/v1/domain_blocks' };
    },
    answers: z.array(z.string().min(1)).min(1),
    pages: [100, 200],
  },
  {
    method: 'post',
    path: '/api/v1/domain_blocks',
    for: 'write:blocks',
    asks: () => ({ path: '/api/v1/domain_blocks', body: { domain: 'three.example' } }),
    answers: nothing,
  },
  {
    method: 'delete',
    path: '/api/v1/domain_blocks',
    for: 'write:blocks',
    asks: () => ({ path: '/api/v1/domain_blocks?domain=three.example' }),
    answers: nothing,
  },
];
