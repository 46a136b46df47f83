import { LONGEST_POST } from '../../actions/content.ts';
import type { House } from '../../actions/house.ts';
import { homeCommunity } from '../../actions/instance-rules.ts';
import { MOST_FEATURED_TAGS, MOST_PINNED } from '../../actions/own/marks.ts';
import { PICTURES, RECORDINGS, RECORDINGS_TAKEN } from '../../community/media.ts';
import { rulesAt } from '../../governance/rules/in-force.ts';
import { isInstance } from '../../governance/rules/precedence.ts';
import { registrationsOf } from '../../governance/sign-up.ts';
import { communityEntity } from '../entities/account.ts';
import { ApiError } from '../errors.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

/** What apps are told about their abilities here: Mastodon 4.3, with grouped notifications and their policy. */
const API_VERSION = '4.3.0';
/** The same, as Mastodon numbers it since then. */
const API_NUMBER = 2;

/** What this server is, for apps (Mastodon’s `instance`, both editions). */
export const instanceRoutes: ApiRoutes = (parts, router) => {
  const { house } = parts;
  router.get('/api/v2/instance', async (_request, response) => response.json(await instance(parts)));
  router.get('/api/v1/instance', async (_request, response) => response.json(await olderInstance(parts)));
  router.get('/api/v1/instance/rules', async (_request, response) => response.json(await rulesOf(house)));
  router.get('/api/v1/instance/peers', (_request, response) => response.json([]));
  router.get('/api/v1/instance/activity', (_request, response) => response.json([]));
  router.get('/api/v1/instance/domain_blocks', (_request, response) => response.json([]));
  // This server translates nothing: it would have to send what people write to somebody else's service. Apps that do it
  // themselves are told so by the instance's configuration, too.
  router.get('/api/v1/instance/translation_languages', (_request, response) => response.json({}));
  router.post('/api/v1/statuses/:id/translate', () => {
    throw new ApiError(404, 'This server translates nothing. Use the translation of your app or browser.');
  });
  router.get('/api/v1/instance/extended_description', async (_request, response) => {
    const { description, since } = await about(parts);
    response.json({ updated_at: since.toISOString(), content: description });
  });
};

/** The rules of the whole server that are in force: what one agrees to by signing up, and can report under. */
async function rulesOf(house: Pick<House, 'communities' | 'states' | 'clock'>) {
  const home = await homeCommunity(house);
  const state = home && (await house.states.load(home.iri));
  if (!state) return [];
  const rules = rulesAt(state.rules, house.clock.now());
  // Where there are none for the whole server, those of its home community are what holds here.
  const whole = rules.filter(isInstance);
  return (whole.length > 0 ? whole : rules).map(({ id, title }) => ({ id, text: title, hint: '' }));
}

async function about({ house }: ApiParts) {
  const home = await homeCommunity(house);
  return {
    title: home?.title ?? house.addresses.host,
    description: home?.purpose ?? 'A server for communities that belong to the people in them.',
    contact: home === null ? null : communityEntity(house, home),
    since: home?.foundedAt ?? house.clock.now(),
  };
}

const CONFIGURATION = {
  accounts: { max_featured_tags: MOST_FEATURED_TAGS, max_pinned_statuses: MOST_PINNED },
  statuses: { max_characters: LONGEST_POST, max_media_attachments: PICTURES.perPost, characters_reserved_per_url: 23 },
  // A poll is a proposal here, which is made on the community's page.
  polls: { max_options: 4, max_characters_per_option: 50, min_expiration: 300, max_expiration: 2_629_746 },
} as const;

/** Films and sound are taken where this machine can make them anew, and named nowhere else. */
async function filesTaken({ house }: ApiParts) {
  const taken = await house.recordings.areTaken();
  const pictures = PICTURES.formats.map((format) => `image/${format}`);
  return {
    supported_mime_types: [...pictures, ...(taken ? RECORDINGS_TAKEN : [])],
    description_limit: PICTURES.descriptionLength,
    image_size_limit: PICTURES.bytes,
    image_matrix_limit: PICTURES.pixels,
    video_size_limit: taken ? RECORDINGS.bytes : 0,
    video_frame_rate_limit: taken ? RECORDINGS.frameRate : 0,
    video_matrix_limit: taken ? RECORDINGS.pixels : 0,
  };
}

const configurationOf = async (parts: ApiParts) => ({ ...CONFIGURATION, media_attachments: await filesTaken(parts) });

const versionOf = ({ version }: ApiParts): string => `${API_VERSION} (compatible; Folkmoot ${version})`;

/** Where apps connect by WebSocket: this server itself. */
const streamingAt = ({ house }: ApiParts): string => house.addresses.origin.replace(/^http/, 'ws');

async function instance(parts: ApiParts) {
  const { house, sourceUrl } = parts;
  const { origin, host } = house.addresses;
  const [{ title, description, contact }, rules, doors] = await Promise.all([
    about(parts),
    rulesOf(house),
    parts.doors(),
  ]);
  const { enabled, approval } = registrationsOf(doors);
  return {
    domain: host,
    title,
    version: versionOf(parts),
    source_url: sourceUrl,
    description,
    usage: { users: { active_month: 0 } },
    thumbnail: { url: `${origin}/assets/header.png`, versions: {} },
    icon: [],
    languages: ['en'],
    configuration: {
      urls: {
        streaming: streamingAt(parts),
        status: null,
        about: `${origin}/trust`,
        privacy_policy: null,
        terms_of_service: null,
      },
      ...(await configurationOf(parts)),
      translation: { enabled: false },
      vapid: { public_key: parts.push.publicKey },
    },
    registrations: {
      enabled,
      approval_required: approval,
      reason_required: approval,
      message: null,
      min_age: null,
      url: `${origin}/sign-up`,
    },
    api_versions: { mastodon: API_NUMBER },
    contact: { email: '', account: contact },
    rules,
  };
}

async function olderInstance(parts: ApiParts) {
  const now = await instance(parts);
  return {
    uri: now.domain,
    title: now.title,
    short_description: now.description,
    description: now.description,
    email: '',
    version: now.version,
    urls: { streaming_api: streamingAt(parts) },
    stats: { user_count: 0, status_count: 0, domain_count: 0 },
    thumbnail: now.thumbnail.url,
    languages: now.languages,
    registrations: now.registrations.enabled,
    approval_required: now.registrations.approval_required,
    invites_enabled: true,
    configuration: await configurationOf(parts),
    contact_account: now.contact.account,
    rules: now.rules,
    max_toot_chars: LONGEST_POST,
  };
}
