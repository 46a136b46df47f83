import { z } from 'zod';
import { OUT_OF_BAND, registerApp } from '../api-client.ts';
import {
  accountEntity,
  applicationEntity,
  credentialApplicationEntity,
  customEmojiEntity,
  nothing,
  preferencesEntity,
  statusEntity,
  tokenEntity,
} from '../api-schemas.ts';
import {
  authorizationServerEntity,
  domainBlockEntity,
  extendedDescriptionEntity,
  instanceEntity,
  olderInstanceEntity,
  ruleEntity,
} from '../api-schemas-instance.ts';
import { tagEntity } from '../api-schemas-own.ts';
import type { Endpoint } from './endpoint.ts';

const at = (path: string) => () => ({ path });

/** What the server says of itself, apps and their tokens, and what there is none of here. */
export const serverEndpoints: readonly Endpoint[] = [
  { method: 'get', path: '/api/v2/instance', for: 'anybody', asks: at('/api/v2/instance'), answers: instanceEntity },
  {
    method: 'get',
    path: '/api/v1/instance',
    for: 'anybody',
    asks: at('/api/v1/instance'),
    answers: olderInstanceEntity,
  },
  {
    method: 'get',
    path: '/api/v1/instance/rules',
    for: 'anybody',
    asks: at('/api/v1/instance/rules'),
    answers: z.array(ruleEntity),
  },
  {
    method: 'get',
    path: '/api/v1/instance/peers',
    for: 'anybody',
    asks: at('/api/v1/instance/peers'),
    answers: z.array(z.string().min(1)),
  },
  {
    method: 'get',
    path: '/api/v1/instance/activity',
    for: 'anybody',
    asks: at('/api/v1/instance/activity'),
    answers: z.array(
      z.strictObject({ week: z.string(), statuses: z.string(), logins: z.string(), registrations: z.string() }),
    ),
  },
  {
    method: 'get',
    path: '/api/v1/instance/domain_blocks',
    for: 'anybody',
    asks: at('/api/v1/instance/domain_blocks'),
    answers: z.array(domainBlockEntity),
  },
  {
    method: 'get',
    path: '/api/v1/instance/extended_description',
    for: 'anybody',
    asks: at('/api/v1/instance/extended_description'),
    answers: extendedDescriptionEntity,
  },

  {
    method: 'post',
    path: '/api/v1/apps',
    for: 'anybody',
    asks: () => ({
      path: '/api/v1/apps',
      body: {
        client_name: 'An app',
        redirect_uris: [OUT_OF_BAND, 'app.example:/back'],
        scopes: 'read write',
        website: 'https://app.example/',
      },
    }),
    answers: credentialApplicationEntity,
  },
  {
    method: 'get',
    path: '/api/v1/apps/verify_credentials',
    for: 'app',
    asks: at('/api/v1/apps/verify_credentials'),
    answers: applicationEntity,
  },
  {
    method: 'post',
    path: '/oauth/token',
    for: 'anybody',
    async asks({ stage }) {
      const { client_id, client_secret } = await registerApp(stage.server);
      return {
        path: '/oauth/token',
        body: { grant_type: 'client_credentials', client_id, client_secret, scope: 'read' },
      };
    },
    answers: tokenEntity,
  },
  {
    method: 'post',
    path: '/oauth/revoke',
    for: 'anybody',
    asks: () => ({ path: '/oauth/revoke', body: { client_id: 'x', client_secret: 'x', token: 'never given' } }),
    answers: nothing,
  },
  {
    method: 'get',
    path: '/.well-known/oauth-authorization-server',
    for: 'anybody',
    asks: at('/.well-known/oauth-authorization-server'),
    answers: authorizationServerEntity,
  },

  {
    method: 'get',
    path: '/api/v1/preferences',
    for: 'read:accounts',
    asks: at('/api/v1/preferences'),
    answers: preferencesEntity,
  },
  {
    method: 'get',
    path: '/api/v1/custom_emojis',
    for: 'anybody',
    asks: at('/api/v1/custom_emojis'),
    answers: z.array(customEmojiEntity),
  },
  {
    method: 'get',
    path: '/api/v1/announcements',
    for: 'anybody',
    asks: at('/api/v1/announcements'),
    answers: z.array(z.looseObject({ id: z.string(), content: z.string() })),
  },
  ...['trends', 'trends/tags'].map(
    (name): Endpoint => ({
      method: 'get',
      path: `/api/v1/${name}`,
      for: 'anybody',
      asks: at(`/api/v1/${name}`),
      answers: z.array(tagEntity),
    }),
  ),
  {
    method: 'get',
    path: '/api/v1/trends/statuses',
    for: 'anybody',
    asks: at('/api/v1/trends/statuses'),
    answers: z.array(statusEntity),
  },
  {
    method: 'get',
    path: '/api/v1/trends/links',
    for: 'anybody',
    asks: at('/api/v1/trends/links'),
    answers: z.array(z.looseObject({ url: z.url() })),
  },
  {
    method: 'get',
    path: '/api/v1/directory',
    for: 'anybody',
    asks: at('/api/v1/directory'),
    answers: z.array(accountEntity),
  },
];
