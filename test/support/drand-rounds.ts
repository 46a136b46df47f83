import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QUICKNET, roundTime } from '../../server/governance/juries/beacon.ts';

/** A round as drand's relays give it. */
export interface PublishedRound {
  readonly round: number;
  readonly signature: string;
  /** SHA-256 of the signature, as published. */
  readonly randomness: string;
}

const published = (round: number, signature: string, randomness: string): PublishedRound => ({
  round,
  signature,
  randomness,
});

/** Real rounds of quicknet, as `GET /52db9ba7…/public/<round>` answers; at the borders of one, two and three bytes too. */
export const ROUNDS: readonly PublishedRound[] = [
  published(
    1,
    'b55e7cb2d5c613ee0b2e28d6750aabbb78c39dcc96bd9d38c2c2e12198df95571de8e8e402a0cc48871c7089a2b3af4b',
    '1466a6cd24e327188770752f6134001c64d6efcc590ccc26b721611ad96f165a',
  ),
  published(
    255,
    'ac47b96c2937201d0fb2f108f1f0e3a05279d310906a3b01c8b09388e4aa2e9c5de30db4d78e358c2ee480d233047111',
    '7643c673e167bff7030228a1f75a763aacd4e66cd138066fa91a30ad75d69051',
  ),
  published(
    256,
    '8a0cd30f3694c151cfdbc1aa529b0e7673a8a32c07243046905bb40bf31d83769a95c838e9e16160f7af858dea860bc0',
    'fc40470927e5d00267e70c8ccfe5735d9dc57f887922b2bd2e1dd2ce9e396936',
  ),
  published(
    1000,
    'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
    'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
  ),
  published(
    13_335,
    'a38ab268d58c04ce2d22b8317e4b66ecda5fa8841c7215bf7733af8dbaed6c5e7d8d60b77817294a64b891f719bc1b40',
    'f4eb2e59448d155b1bc34337f2a4160ac5005429644ba61134779a8b8c6087b6',
  ),
  published(
    65_536,
    'a6404de93f56ba89d4ae0360b7eee02120c7c4898c8d7980914139746890eb9b6eaa022fe688614499fa1b42fc508b6f',
    '7025100299eaeeacb68f95d9b5cbccf047fcc6d8e01c9793ebfe0b4a9b0d1766',
  ),
  published(
    16_777_216,
    'a38ae8fa3645078723fe002a4769499a9a267557f67ac7263113339718b6b0b78a5dd59a03321240b5b6554dffeac194',
    'a3ae17ab68c2edca5b7b3dd42a7e33c6c734011ccf1df1a317b3227ccb307df4',
  ),
  published(
    31_089_008,
    '87b3b9c9f99cc1e7fc326e249538f33b84a1c4ef8bd85920a267af642b570bcd62bf70900a3862f742e574164b5f17f3',
    'ce7b0bc26c2f2f969bb4fa4ceb074fd13baed8557659ac0ea1af0b589c68d8bf',
  ),
];

/** One whose number rounds are named by: a draw whose pool is frozen ten minutes before it follows from it. */
export const ROUND_1000 = ROUNDS[3] as PublishedRound;

/** Round 1000 of another chain, drand's test network “quicknet-t”: a true signature, under another key. */
export const FOREIGN_1000 =
  'b09eacd45767c4d58306b98901ad0d6086e2663766f3a4ec71d00cf26f0f49eaf248abc7151c60cf419c4e8b37e80412';

/** Round 13335 again: the same point, with the field's order added to its x. Whoever took it would have a choice. */
export const ALIAS_13335 =
  'bd8bc4530f0beb68783e5fe7c19713c43ed6f4090ff7287ede64822eb19e62829c3960b6296b294a1eb791f719bbc5eb';

/** Texts that are no signature of round 1000, and why. */
export const NO_SIGNATURES: readonly (readonly [why: string, signature: string])[] = [
  ['the opposite point', `94${ROUND_1000.signature.slice(2)}`],
  ['another point', `${ROUND_1000.signature.slice(0, -1)}8`],
  ['no compressed point', `34${ROUND_1000.signature.slice(2)}`],
  ['infinity', `c0${'0'.repeat(94)}`],
  ['a point of order three', `80${'0'.repeat(94)}`],
  ['the other point of order three', `a0${'0'.repeat(94)}`],
  ['a place off the curve', `80${'0'.repeat(93)}1`],
  [
    'the group’s generator',
    '97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb',
  ],
  ['nothing but ones', 'f'.repeat(96)],
  ['nothing', ''],
  ['a byte too much', `${ROUND_1000.signature}00`],
  ['a byte too little', ROUND_1000.signature.slice(0, -2)],
  ['capital letters', ROUND_1000.signature.toUpperCase()],
  ['round 1000 of another chain', FOREIGN_1000],
  ['another round', (ROUNDS[2] as PublishedRound).signature],
];

/** The answer of a relay, letter for letter. */
export const answerOf = ({ round, randomness, signature }: PublishedRound): string =>
  `{"round":${round},"randomness":"${randomness}","signature":"${signature}"}`;

/** A pool frozen then is drawn from round 1000: ten and a half minutes before it. */
export const BEFORE_ROUND_1000 = new Date(roundTime(1000).getTime() - 630_000);

/** A relay of drand on this machine, with the rounds that it is given. */
export interface Relay {
  readonly address: string;
  /** Every path that was asked for. */
  readonly asked: readonly string[];
  /** Published now, or answered in its stead. */
  publish(round: number, body: string): void;
  stop(): Promise<void>;
}

/** Starts one that has no round yet: as the real ones, it answers 404 before a round's time. */
export async function startRelay(): Promise<Relay> {
  const asked: string[] = [];
  const rounds = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const body = rounds.get(path);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(body ?? '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    publish: (round, body) => void rounds.set(`/${QUICKNET.hash}/public/${round}`, body),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
