import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { digest, personIri, proposalId } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import type { GovernanceEvent } from '../../../../server/governance/events.ts';
import type { Pinned } from '../../../../server/governance/proposal.ts';
import {
  contextOf,
  draftPaper,
  finishPaper,
  leafOf,
  type Paper,
  type PostedBallot,
  signBallot,
} from '../../../../server/governance/secret/crypto/ballots.ts';
import { readIssuer } from '../../../../server/governance/secret/crypto/blind-rsa.ts';
import { type Bytes, fromBase64Url, random, toBase64Url } from '../../../../server/governance/secret/crypto/bytes.ts';
import { makeKeys } from '../../../../server/governance/secret/crypto/keys.ts';
import { seal } from '../../../../server/governance/secret/crypto/sealing.ts';
import { type Bundle, checkElection, inWords } from '../../../../server/governance/secret/election.ts';
import { choiceLength } from '../../../../server/governance/secret/setup.ts';
import { countVote } from '../../../../server/governance/tally/count.ts';
import { hashOf, sha256 } from '../../../../server/record/canonical.ts';
import { makeEntry } from '../../../../server/record/chain.ts';
import { encodeEntry } from '../../../../server/record/encoding.ts';
import { merkleRoot } from '../../../../server/record/merkle.ts';
import { rollOf } from '../tally/elections.ts';
import { FOUNDED, GUILD } from '../village.ts';

const VOTE = { community: GUILD, proposal: proposalId(4) };
const OTHER = proposalId(5);
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const issuer = await readIssuer(publicKey.export({ type: 'spki', format: 'der' }).toString('base64'));
const tellers = await Promise.all([makeKeys('ECDH'), makeKeys('ECDH'), makeKeys('ECDH')]);
const entries = rollOf(5).entries;
const pinned: Pinned = {
  ...{ textHash: sha256('text'), rollRoot: merkleRoot(entries.map((line) => hashOf(line))), rollSize: 5, active: 5 },
  ...{ organisations: 1, quorum: 2, method: 'yes-no', matter: 'recall', charterVersion: 1 },
  secret: {
    issuer: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    tellers: tellers.map((keys, at) => ({ teller: personIri(`https://t.example/users/t${at}`), key: keys.publicKey })),
    threshold: 2,
  },
};

async function paperFor(): Promise<Paper> {
  const draft = await draftPaper(VOTE, issuer, random);
  const key = { key: privateKey, padding: constants.RSA_NO_PADDING };
  const answer = privateDecrypt(key, fromBase64Url(draft.blinded) as Bytes);
  return (await finishPaper(VOTE, issuer, draft, toBase64Url(answer))) as Paper;
}

async function ballotOn(paper: Paper, choice: string, turn = 1): Promise<PostedBallot> {
  const to = { tellers: tellers.map((keys) => keys.publicKey), threshold: 2, length: choiceLength(pinned) };
  return signBallot(VOTE, paper, {
    turn,
    sealed: await seal(choice, { ...to, context: contextOf(VOTE, paper.token.publicKey) }, random),
  });
}

const boardOf = async (ballots: readonly PostedBallot[], issued = 4) => {
  const leaves = (await Promise.all(ballots.map((ballot) => leafOf(VOTE, ballot)))).sort().map(digest);
  return { root: merkleRoot(leaves), ballots: ballots.length, issued };
};
const tallyOf = (...choices: readonly string[]) =>
  countVote({
    pinned,
    roll: { entries, root: pinned.rollRoot, active: 5 },
    ballots: choices.map((choice) => ({ choice })),
  });

/** The three entries of the record that are about a vote, each as it is written. */
function entriesOf(board: Bundle['board'], tally: Bundle['tally'], proposal = VOTE.proposal, frozen = pinned) {
  const root = digest(board.root);
  const events: readonly GovernanceEvent[] = [
    { kind: 'proposal-frozen', proposal, pinned: frozen, votingFrom: FOUNDED },
    { kind: 'secret-board-closed', proposal, root, ballots: board.ballots, issued: board.issued },
    { kind: 'proposal-decided', proposal, tally, ballots: board.ballots, boardRoot: root },
  ];
  return events.map((event, at) => {
    const head = { community: GUILD, seq: 9 + at, prev: digest(sha256(`entry ${at}`)), at: addDays(FOUNDED, at) };
    return JSON.parse(JSON.stringify(encodeEntry(makeEntry({ ...head, event, salt: '00'.repeat(16) }))));
  });
}

const papers = await Promise.all([paperFor(), paperFor(), paperFor()]);
const [first, second, third] = papers as [Paper, Paper, Paper];
const ballots = await Promise.all([ballotOn(first, 'yes'), ballotOn(second, 'yes'), ballotOn(third, 'no')]);
const board = await boardOf(ballots);
const tally = tallyOf('yes', 'yes', 'no');
const keyAt = (place: number) => ({ place, key: tellers[place]?.privateKey ?? '' });
const good: Bundle = {
  ...{ format: 'folkmoot/election/1', ...VOTE, title: 'A recall', pinned, board, ballots, tally },
  keys: [keyAt(0), keyAt(2)],
  roll: entries,
  issued: entries.slice(0, 4).map(({ member }) => member),
  entries: entriesOf(board, tally),
};

/** What does not hold, and what cannot be looked at. */
const wrong = async (change: Partial<Record<keyof Bundle, unknown>>) => {
  const checks = await checkElection({ ...good, ...change } as Bundle);
  return checks.filter(({ holds }) => holds !== true).map(({ what, holds }) => (holds === null ? `? ${what}` : what));
};

const PAPERS = 'Every ballot is on a paper that was issued for this vote';
const TWICE = 'No paper was used for two ballots';
const BOARD = 'The board holds these ballots and no others';
const MORE = 'There are no more ballots than papers, and no more papers than members on the roll';
const KEYS = 'The keys are those to which the ballots were sealed, and enough of them';
const COUNTED = 'The ballots say what was counted';
const ROLL = 'The roll is the one that was frozen';
const GIVEN = 'Papers went to members on the roll, one to each';
const ENTRIES = 'The entries of the record say the same';

describe('a secret vote, counted again from its bundle', () => {
  it('holds in all it says, with the keys of any two of its tellers, in any order', async () => {
    expect(await wrong({})).toEqual([]);
    for (const keys of [
      [keyAt(1), keyAt(0)],
      [keyAt(0), keyAt(1), keyAt(2)],
    ])
      expect(await wrong({ keys })).toEqual([]);
    expect(await wrong({ ballots: ballots.toReversed() })).toEqual([]);
    expect(await checkElection(good)).toHaveLength(9);
  });

  it('without names says of what is left out that it is not there, and holds in the rest', async () => {
    const nameless = { roll: undefined, issued: undefined, entries: undefined };
    expect(await wrong(nameless)).toEqual([ROLL, GIVEN, ENTRIES].map((what) => `? ${what}`));
    expect(await wrong({ issued: undefined })).toEqual([`? ${GIVEN}`]);
    expect(await wrong({ roll: undefined })).toEqual([`? ${ROLL}`, `? ${GIVEN}`]);
  });

  it('needs keys, and those to which the ballots were sealed', async () => {
    expect(await wrong({ keys: [keyAt(0)] })).toEqual([KEYS, COUNTED]);
    expect(await wrong({ keys: [keyAt(0), keyAt(0)] })).toEqual([KEYS, COUNTED]);
    expect(await wrong({ keys: [keyAt(0), { ...keyAt(1), key: keyAt(2).key }] })).toEqual([KEYS, COUNTED]);
    expect(await wrong({ keys: [keyAt(0), keyAt(1), { place: 9, key: keyAt(2).key }] })).toContain(KEYS);
  });

  it('shows a ballot that was left out, put in, changed or cast on a paper that was not given', async () => {
    expect(await wrong({ ballots: ballots.slice(1) })).toEqual([BOARD, COUNTED]);
    const changed = [{ ...ballots[0], turn: 2 }, ...ballots.slice(1)];
    expect(await wrong({ ballots: changed })).toEqual([PAPERS, BOARD]);
    const self = { ...first, paper: second.paper };
    const forged = [await ballotOn(self, 'no'), ...ballots.slice(1)];
    expect(await wrong({ ballots: forged })).toEqual([PAPERS, BOARD, COUNTED]);
  });

  it('shows a paper that was used twice, and more ballots than papers or papers than members', async () => {
    const twice = [...ballots, await ballotOn(first, 'yes', 2)];
    const all = { ballots: twice, board: await boardOf(twice), tally: tallyOf('yes', 'yes', 'yes', 'no') };
    expect(await wrong({ ...all, entries: entriesOf(all.board, all.tally) })).toEqual([TWICE]);
    const with_ = (issued: number) => {
      const other = { ...board, issued };
      return wrong({ board: other, issued: entries.map(({ member }) => member), entries: entriesOf(other, tally) });
    };
    expect([await with_(3), await with_(5)]).toEqual([[], []]);
    expect([await with_(2), await with_(6)]).toEqual([[MORE], [MORE, GIVEN]]);
  });

  it('shows another count, and another number of ballots', async () => {
    const other = tallyOf('yes', 'no', 'no');
    expect(await wrong({ tally: other })).toEqual([COUNTED, ENTRIES]);
    expect(await wrong({ tally: other, entries: entriesOf(board, other) })).toEqual([COUNTED]);
    expect(await wrong({ board: { ...board, ballots: 4 } })).toEqual([BOARD, ENTRIES]);
    expect(await wrong({ board: { ...board, root: sha256('another') } })).toEqual([BOARD, ENTRIES]);
  });

  it('shows another roll, and papers that went elsewhere or twice to one', async () => {
    expect(await wrong({ roll: entries.slice(1) })).toEqual([ROLL, GIVEN]);
    const [one, ...others] = good.issued as readonly string[];
    expect(await wrong({ issued: ['https://nowhere.example/users/nobody', ...others] })).toEqual([GIVEN]);
    expect(await wrong({ issued: [one, one, ...others] })).toEqual([GIVEN]);
    expect(await wrong({ issued: others })).toEqual([GIVEN]);
  });

  it('shows entries of another vote, that are missing, or were changed', async () => {
    const all = good.entries as readonly Record<string, unknown>[];
    for (const left of [0, 1, 2])
      expect(await wrong({ entries: all.filter((_, at) => at !== left) })).toEqual([ENTRIES]);
    expect(await wrong({ entries: entriesOf(board, tally, OTHER) })).toEqual([ENTRIES]);
    expect(await wrong({ entries: entriesOf(board, tally, VOTE.proposal, { ...pinned, quorum: 3 }) })).toEqual([
      ENTRIES,
    ]);
    const [frozen, ...rest] = all;
    const torn = { ...frozen, salt: '11'.repeat(16) };
    expect(await wrong({ entries: [torn, ...rest] })).toEqual([ENTRIES]);
    const wrongBoard = entriesOf({ ...board, root: sha256('another') }, tally);
    expect(await wrong({ entries: [...all.slice(0, 2), wrongBoard[2]] })).toEqual([ENTRIES]);
  });

  it('counts what is spoiled for nothing, and says how many there are', async () => {
    const spoiled = [...ballots.slice(0, 2), await ballotOn(third, 'maybe')];
    const own = { ballots: spoiled, board: await boardOf(spoiled), tally: tallyOf('yes', 'yes') };
    const checks = await checkElection({ ...good, ...own, entries: entriesOf(own.board, own.tally) });
    expect(checks.find(({ what }) => what === COUNTED)).toEqual({ what: COUNTED, holds: true, note: '1 spoiled' });
    expect((await checkElection(good)).every((check) => !('note' in check))).toBe(true);
  });

  it('of an open vote, or torn, holds in nothing', async () => {
    const { secret: _, ...open } = pinned;
    expect(await wrong({ pinned: open })).toEqual(['The vote is a secret one']);
    const [torn] = await checkElection({ ...good, ballots: undefined } as never);
    expect(torn).toMatchObject({ what: 'The bundle is whole and can be read', holds: false });
    expect(torn?.note).toMatch(/./);
  });
});

it('the checks are told one a line, and at the end whether all hold', () => {
  const said = (...holds: readonly (boolean | null)[]) =>
    inWords(
      good,
      holds.map((one, at) => ({ what: `Check ${at}`, holds: one, ...(at === 1 && { note: 'twice' }) })),
    );
  expect(said(true, null)).toEqual({
    right: true,
    text: [
      'P-4: A recall, 3 ballots',
      '  holds              Check 0.',
      '  not in this bundle Check 1 (twice).',
      '  Everything that this bundle holds agrees.',
    ].join('\n'),
  });
  expect(said(true, false)).toMatchObject({
    right: false,
    text: expect.stringMatching(/WRONG {14}Check 1 \(twice\)\.\n {2}This does not agree\.$/),
  });
});
