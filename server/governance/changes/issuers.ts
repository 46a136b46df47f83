import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { fromBase64Url } from '../secret/crypto/bytes.ts';
import { parseServer } from '../servers.ts';
import type { CommunityState } from '../state.ts';
import { LEAST_ISSUED } from '../voices/issuer.ts';
import type { ChangeOf, ChangeRefusal, KindOfChange } from './kind-of-change.ts';

type Change = ChangeOf<'accept-issuer' | 'end-issuer'>;

const acceptIssuer: KindOfChange<ChangeOf<'accept-issuer'>> = {
  matter: 'federation',
  title: said`Voices without a name.`,
  words: ({ organisation, url, key }) =>
    said`Whom ${organisation} confirms, once a month each, could speak here under a name made by this server, as “verified, ${organisation}, one of so many”. Nobody can find out who it is. Fewer than ${LEAST_ISSUED} in a month cannot. Moderators and juries can end a voice, as they can mute a member. It is confirmed by ${url}, with the key ${key}.`,
  check: ({ state, change }) => checkAccept(state, change),
  enact: ({ change: { organisation, key, url }, proposal }) => ({
    kind: 'issuer-accepted',
    proposal: proposal.id,
    organisation,
    key,
    url,
  }),
};

const endIssuer: KindOfChange<ChangeOf<'end-issuer'>> = {
  matter: 'federation',
  title: said`An end to voices without a name.`,
  words: ({ organisation }) =>
    said`Whom ${organisation} confirmed could no longer speak here without a name. What was said stays.`,
  check: ({ state, change }) => {
    const organisation = parseServer(change.organisation);
    if (organisation === null) return badOrganisation();
    return state.issuers.has(organisation)
      ? accepted({ ...change, organisation })
      : refused('nothing-changes', said`No voices of ${organisation} are taken here.`);
  },
  enact: ({ change: { organisation }, proposal }) => ({ kind: 'issuer-ended', proposal: proposal.id, organisation }),
};

export const issuerChanges = { 'accept-issuer': acceptIssuer, 'end-issuer': endIssuer } as const satisfies {
  readonly [Kind in Change['kind']]: KindOfChange<ChangeOf<Kind>>;
};

/** A point of P-256, uncompressed. */
const KEY_BYTES = 65;
/** Each is asked every hour. */
const MOST_ISSUERS = 20;

const badOrganisation = () => refused('bad-issuer', 'Name the organisation by its address, like “works.example”.');

/** Whether an issuer can be accepted; the value is as it will stand in the record. */
function checkAccept(
  { issuers }: CommunityState,
  { kind, organisation: named, key, url: address }: ChangeOf<'accept-issuer'>,
): Result<ChangeOf<'accept-issuer'>, ChangeRefusal> {
  const organisation = parseServer(named);
  if (organisation === null) return badOrganisation();
  const point = fromBase64Url(key, KEY_BYTES);
  if (point?.[0] !== 4) return refused('bad-issuer', 'Give the issuer’s key as its own page shows it.');
  if (address.length > 500 || !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    return refused('bad-issuer', 'Give the issuer’s address: https://…');
  }
  const { origin, pathname } = new URL(address);
  const url = `${origin}${pathname.replace(/\/+$/, '')}`;
  const before = issuers.get(organisation);
  if (before?.key === key && before.url === url) {
    return refused('nothing-changes', said`Voices of ${organisation} are taken here already.`);
  }
  if (before === undefined && issuers.size >= MOST_ISSUERS) {
    return refused('bad-issuer', said`A community takes voices of ${MOST_ISSUERS} organisations at the most.`);
  }
  return accepted({ kind, organisation, key, url });
}
