import { z } from 'zod';
import { accountEntity, time } from './api-schemas.ts';

/** What a server says of itself (docs.joinmastodon.org/entities/Instance and V1_Instance). */

const url = z.url({ protocol: /^https?$/ });
const limit = z.int().min(0);
/** Documented as an address; `null` where a server does not stream is what clients know as “ask again instead”. */
const streaming = z.url({ protocol: /^wss?$/ }).nullable();

export const ruleEntity = z.strictObject({
  id: z.string().min(1),
  text: z.string().min(1),
  hint: z.string(),
  translations: z.record(z.string(), z.unknown()).optional(),
});

const statuses = z.strictObject({
  max_characters: limit,
  max_media_attachments: limit,
  characters_reserved_per_url: limit,
});
const mediaAttachments = z.strictObject({
  supported_mime_types: z.array(z.string().regex(/^(image|video|audio)\/[\w.+-]+$/)),
  image_size_limit: limit,
  image_matrix_limit: limit,
  video_size_limit: limit,
  video_frame_rate_limit: limit,
  video_matrix_limit: limit,
  // 4.4
  description_limit: limit.optional(),
});
const polls = z.strictObject({
  max_options: limit,
  max_characters_per_option: limit,
  min_expiration: limit,
  max_expiration: limit,
});
const accounts = z.strictObject({
  max_featured_tags: limit,
  // 4.3 and 4.6
  max_pinned_statuses: limit.optional(),
  max_display_name_length: limit.optional(),
  max_note_length: limit.optional(),
  max_profile_fields: limit.optional(),
  profile_field_name_limit: limit.optional(),
  profile_field_value_limit: limit.optional(),
});

export const instanceEntity = z.strictObject({
  domain: z.string().min(1),
  title: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+( |$)/),
  source_url: url,
  description: z.string(),
  usage: z.strictObject({ users: z.strictObject({ active_month: limit }) }),
  thumbnail: z.strictObject({
    url,
    description: z.string().optional(),
    blurhash: z.string().min(6).optional(),
    versions: z.strictObject({ '@1x': url.optional(), '@2x': url.optional() }).optional(),
  }),
  icon: z.array(z.strictObject({ src: url, size: z.string().regex(/^\d+x\d+$/) })).optional(),
  languages: z.array(z.string().regex(/^[a-z]{2}$/)),
  configuration: z.strictObject({
    urls: z.strictObject({
      streaming,
      status: url.nullable(),
      about: url.optional(),
      privacy_policy: url.nullable().optional(),
      terms_of_service: url.nullable().optional(),
    }),
    vapid: z.strictObject({ public_key: z.string() }).optional(),
    accounts,
    statuses,
    media_attachments: mediaAttachments,
    polls,
    translation: z.strictObject({ enabled: z.boolean() }),
    timelines_access: z.looseObject({}).optional(),
    limited_federation: z.boolean().optional(),
  }),
  registrations: z.strictObject({
    enabled: z.boolean(),
    approval_required: z.boolean(),
    message: z.string().nullable(),
    url: url.nullable().optional(),
    min_age: limit.nullable().optional(),
    reason_required: z.boolean().nullable().optional(),
  }),
  api_versions: z.strictObject({ mastodon: z.int().optional() }).optional(),
  contact: z.strictObject({ email: z.union([z.literal(''), z.email()]), account: accountEntity.nullable() }),
  rules: z.array(ruleEntity),
});

/** The older edition. `max_toot_chars` is Pleroma's, which clients read; our limits stand as in the newer one. */
export const olderInstanceEntity = z.strictObject({
  uri: z.string().min(1),
  title: z.string().min(1),
  short_description: z.string(),
  description: z.string(),
  email: z.union([z.literal(''), z.email()]),
  version: z.string().min(1),
  urls: z.strictObject({ streaming_api: streaming }),
  stats: z.strictObject({ user_count: limit, status_count: limit, domain_count: limit }),
  thumbnail: url.nullable(),
  languages: z.array(z.string().regex(/^[a-z]{2}$/)),
  registrations: z.boolean(),
  approval_required: z.boolean(),
  invites_enabled: z.boolean(),
  configuration: z.strictObject({ accounts, statuses, media_attachments: mediaAttachments, polls }),
  contact_account: accountEntity.nullable(),
  rules: z.array(ruleEntity),
  max_toot_chars: limit,
});

export const extendedDescriptionEntity = z.strictObject({ updated_at: time, content: z.string() });
export const domainBlockEntity = z.strictObject({
  domain: z.string().min(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  severity: z.enum(['silence', 'suspend']),
  comment: z.string().optional(),
});

/** RFC 8414, with Mastodon's `app_registration_endpoint`. */
export const authorizationServerEntity = z.strictObject({
  issuer: url,
  authorization_endpoint: url,
  token_endpoint: url,
  revocation_endpoint: url,
  userinfo_endpoint: url.optional(),
  app_registration_endpoint: url,
  scopes_supported: z.array(z.string()).min(1),
  response_types_supported: z.tuple([z.literal('code')]),
  response_modes_supported: z.array(z.enum(['query', 'fragment', 'form_post'])),
  grant_types_supported: z.array(z.enum(['authorization_code', 'client_credentials'])),
  token_endpoint_auth_methods_supported: z.array(z.enum(['client_secret_basic', 'client_secret_post'])),
  code_challenge_methods_supported: z.tuple([z.literal('S256')]),
});
