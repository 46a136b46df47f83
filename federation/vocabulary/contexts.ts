import { ACTIVITYSTREAMS } from './names.ts';

/** Where `publicKey`, `owner` and `publicKeyPem` are defined. */
const SECURITY_V1 = 'https://w3id.org/security/v1';

/** The context of plain activities: Follow, Accept, Undo, Like, Announce, Delete. */
export const ACTIVITY_CONTEXT = ACTIVITYSTREAMS;

/** The context of our actors: keys, approval of followers, Mastodon's pinned posts, FEP-1b12's moderation terms. */
export const ACTOR_CONTEXT = [
  ACTIVITYSTREAMS,
  SECURITY_V1,
  {
    manuallyApprovesFollowers: 'as:manuallyApprovesFollowers',
    toot: 'http://joinmastodon.org/ns#',
    featured: { '@id': 'toot:featured', '@type': '@id' },
    discoverable: 'toot:discoverable',
    indexable: 'toot:indexable',
    sensitive: 'as:sensitive',
    schema: 'http://schema.org#',
    PropertyValue: 'schema:PropertyValue',
    value: 'schema:value',
    affiliation: 'schema:affiliation',
    Organization: 'schema:Organization',
    movedTo: { '@id': 'as:movedTo', '@type': '@id' },
    alsoKnownAs: { '@id': 'as:alsoKnownAs', '@type': '@id' },
    lemmy: 'https://join-lemmy.org/ns#',
    postingRestrictedToMods: 'lemmy:postingRestrictedToMods',
    sec: 'https://w3id.org/security#',
    Multikey: 'sec:Multikey',
    assertionMethod: { '@id': 'sec:assertionMethod', '@type': '@id' },
    controller: { '@id': 'sec:controller', '@type': '@id' },
    publicKeyMultibase: { '@id': 'sec:publicKeyMultibase', '@type': 'sec:multibase' },
  },
] as const;

/** A title, where `name` would be misread (Dublin Core terms). */
export const TITLE = 'dcterms:title';

/** The context of checkpoints of records and what is said about them: terms of our own, which nobody else needs to know. */
export const RECORD_CONTEXT = [
  ACTIVITYSTREAMS,
  {
    folkmoot: 'urn:folkmoot:ns:',
    Checkpoint: 'folkmoot:Checkpoint',
    Cosignature: 'folkmoot:Cosignature',
    Inconsistency: 'folkmoot:Inconsistency',
    ConsistencyProof: 'folkmoot:ConsistencyProof',
    InclusionProof: 'folkmoot:InclusionProof',
    checkpoint: 'folkmoot:checkpoint',
    cosignature: 'folkmoot:cosignature',
    consistency: { '@id': 'folkmoot:consistency', '@type': '@id' },
    proof: { '@id': 'folkmoot:proof', '@container': '@list' },
  },
] as const;

const QUOTES = {
  quote: { '@id': 'https://w3id.org/fep/044f#quote', '@type': '@id' },
  quoteUri: 'http://fedibird.com/ns#quoteUri',
  quoteUrl: 'as:quoteUrl',
  _misskey_quote: 'https://misskey-hub.net/ns#_misskey_quote',
  quoteAuthorization: { '@id': 'https://w3id.org/fep/044f#quoteAuthorization', '@type': '@id' },
  gts: 'https://gotosocial.org/ns#',
  interactionPolicy: { '@id': 'gts:interactionPolicy', '@type': '@id' },
  canQuote: { '@id': 'gts:canQuote', '@type': '@id' },
  automaticApproval: { '@id': 'gts:automaticApproval', '@type': '@id' },
} as const;

const QUOTE_REQUEST = { QuoteRequest: 'https://w3id.org/fep/044f#QuoteRequest' } as const;

/** The context of answers to who wants to quote (FEP-044f). */
export const QUOTE_REQUEST_CONTEXT = [ACTIVITYSTREAMS, QUOTE_REQUEST] as const;

/** The context of the leave to quote a post. */
export const STAMP_CONTEXT = [
  ACTIVITYSTREAMS,
  {
    QuoteAuthorization: 'https://w3id.org/fep/044f#QuoteAuthorization',
    gts: 'https://gotosocial.org/ns#',
    interactingObject: { '@id': 'gts:interactingObject', '@type': '@id' },
    interactionTarget: { '@id': 'gts:interactionTarget', '@type': '@id' },
  },
] as const;

/** The context of our posts and questions, and of activities that carry them. */
export const OBJECT_CONTEXT = [
  ACTIVITYSTREAMS,
  {
    Hashtag: 'as:Hashtag',
    sensitive: 'as:sensitive',
    toot: 'http://joinmastodon.org/ns#',
    votersCount: 'toot:votersCount',
    blurhash: 'toot:blurhash',
    focalPoint: { '@id': 'toot:focalPoint', '@container': '@list' },
    Emoji: 'toot:Emoji',
    dcterms: 'http://purl.org/dc/terms/',
    ...QUOTES,
  },
] as const;

/** The context of asking to quote, with the post that does inside. */
export const QUOTING_CONTEXT = [...OBJECT_CONTEXT, QUOTE_REQUEST] as const;
