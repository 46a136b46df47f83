import { type CommunityIri, digest, type ProposalId } from '../../community/ids.ts';
import { canonicalText, hashOf } from '../../record/canonical.ts';
import { checkEntry } from '../../record/chain.ts';
import { decodeEntry, type EncodedEntry } from '../../record/encoding.ts';
import { merkleRoot } from '../../record/merkle.ts';
import type { Pinned, Roll } from '../proposal.ts';
import { countVote } from '../tally/count.ts';
import type { Tally } from '../tally/tally.ts';
import { choicesThatCount } from './choices.ts';
import { contextOf, faultOf, leafOf, type PostedBallot } from './crypto/ballots.ts';
import { readIssuer } from './crypto/blind-rsa.ts';
import { belongTogether } from './crypto/keys.ts';
import { open } from './crypto/sealing.ts';
import { choiceLength } from './setup.ts';

/** Everything that a recount of one secret vote takes. What names members is in the bundle for members alone. */
export interface Bundle {
  readonly format: 'folkmoot/election/1';
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly title: string;
  /** As it was pinned, but with tellers by number where names are left out. */
  readonly pinned: Pinned;
  readonly board: { readonly root: string; readonly ballots: number; readonly issued: number };
  readonly ballots: readonly PostedBallot[];
  /** Private halves of the keys with which the ballots are opened, by the teller's place from 0. */
  readonly keys: readonly { readonly place: number; readonly key: string }[];
  readonly tally: Tally;
  /** For members: the roll, who was given a paper, and the entries of the record that are about this vote. */
  readonly roll?: Roll['entries'];
  readonly issued?: readonly string[];
  readonly entries?: readonly unknown[];
}

/** One thing that was looked at. */
export interface Check {
  readonly what: string;
  /** `null`: this bundle does not hold what it takes. */
  readonly holds: boolean | null;
  readonly note?: string;
}

/**
 * Recounts a secret vote and checks every proof in its bundle. Trusts nothing that the server says of it. A bundle in
 * which something is missing or is not what it should be does not hold.
 */
export async function checkElection(bundle: Bundle): Promise<readonly Check[]> {
  try {
    return await checksOf(bundle);
  } catch (cause) {
    const note = cause instanceof Error ? cause.message : String(cause);
    return [{ what: 'The bundle is whole and can be read', holds: false, note }];
  }
}

async function checksOf(bundle: Bundle): Promise<readonly Check[]> {
  const { pinned, board, ballots, keys } = bundle;
  const setup = pinned.secret;
  if (setup === undefined) return [{ what: 'The vote is a secret one', holds: false }];
  const issuer = await readIssuer(setup.issuer);
  const seal = {
    tellers: setup.tellers.map(({ key }) => key),
    threshold: setup.threshold,
    length: choiceLength(pinned),
  };

  const faults = await Promise.all(ballots.map((ballot) => faultOf(bundle, { issuer, seal }, ballot)));
  const tokens = new Set(ballots.map(({ token }) => token));
  const leaves = (await Promise.all(ballots.map((ballot) => leafOf(bundle, ballot)))).sort().map(digest);
  const matching = await Promise.all(
    keys.map(({ place, key }) => belongTogether({ publicKey: seal.tellers[place] ?? '', privateKey: key })),
  );
  const places = new Map(keys.map(({ place, key }) => [place, key]));
  const enough = places.size >= setup.threshold && matching.every(Boolean);
  const opened = enough
    ? await Promise.all(
        ballots.map(({ token, sealed }) => open(sealed, { ...seal, context: contextOf(bundle, token) }, places)),
      )
    : [];
  const counted = choicesThatCount(pinned, opened);
  const roll: Roll = { entries: bundle.roll ?? [], root: pinned.rollRoot, active: pinned.active };
  const tally = enough ? countVote({ pinned, roll, ballots: counted }) : null;
  return [
    {
      what: 'Every ballot is on a paper that was issued for this vote',
      holds: faults.every((fault) => fault === null),
    },
    { what: 'No paper was used for two ballots', holds: tokens.size === ballots.length },
    {
      what: 'The board holds these ballots and no others',
      holds: merkleRoot(leaves) === board.root && leaves.length === board.ballots,
    },
    {
      what: 'There are no more ballots than papers, and no more papers than members on the roll',
      holds: board.ballots <= board.issued && board.issued <= pinned.rollSize,
    },
    { what: 'The keys are those to which the ballots were sealed, and enough of them', holds: enough },
    {
      what: 'The ballots say what was counted',
      holds: tally !== null && canonicalText(tally) === canonicalText(bundle.tally),
      ...(opened.length > counted.length ? { note: `${opened.length - counted.length} spoiled` } : {}),
    },
    ...namedChecks(bundle),
  ];
}

/** What can be checked with the bundle for members alone. */
function namedChecks({ pinned, board, roll, issued, entries, tally, proposal }: Bundle): readonly Check[] {
  const onRoll = new Set(roll?.map(({ member }) => member as string));
  const rollHolds = roll === undefined ? null : merkleRoot(roll.map((line) => hashOf(line))) === pinned.rollRoot;
  return [
    { what: 'The roll is the one that was frozen', holds: rollHolds },
    {
      what: 'Papers went to members on the roll, one to each',
      holds:
        issued === undefined || roll === undefined
          ? null
          : issued.length >= board.issued &&
            new Set(issued).size === issued.length &&
            issued.every((member) => onRoll.has(member)),
    },
    {
      what: 'The entries of the record say the same',
      holds: entries === undefined ? null : entriesAgree(entries, { proposal, pinned, board, tally }),
    },
  ];
}

function entriesAgree(
  encoded: readonly unknown[],
  { proposal, pinned, board, tally }: Pick<Bundle, 'proposal' | 'pinned' | 'board' | 'tally'>,
): boolean {
  const entries = encoded.map((one) => {
    const entry = one as EncodedEntry;
    return decodeEntry({ ...entry, at: new Date(entry.at) });
  });
  // Each commits to its own event; how they hang together with the rest of the book, verifying the record shows.
  if (
    entries.some(
      (entry) => !checkEntry(entry, { head: { ...entry.head, seq: entry.head.seq - 1 }, hash: entry.head.prev }).ok,
    )
  ) {
    return false;
  }
  const events = entries
    .map(({ event }) => event)
    .filter((event) => 'proposal' in event && event.proposal === proposal);
  const same = (one: unknown, other: unknown) => canonicalText(one) === canonicalText(other);
  return (
    events.some((event) => event.kind === 'proposal-frozen' && same(event.pinned, pinned)) &&
    events.some(
      (event) =>
        event.kind === 'secret-board-closed' &&
        same({ root: event.root, ballots: event.ballots, issued: event.issued }, board),
    ) &&
    events.some(
      (event) => event.kind === 'proposal-decided' && same(event.tally, tally) && event.boardRoot === board.root,
    )
  );
}

/** The checks in words, one a line, and whether all hold. */
export function inWords(bundle: Pick<Bundle, 'title' | 'proposal' | 'board'>, checks: readonly Check[]) {
  const lines = checks.map(({ what, holds, note }) => {
    const mark = holds === null ? 'not in this bundle' : holds ? 'holds' : 'WRONG';
    return `  ${mark.padEnd(18)} ${what}${note === undefined ? '' : ` (${note})`}.`;
  });
  const right = checks.every(({ holds }) => holds !== false);
  const end = right ? '  Everything that this bundle holds agrees.' : '  This does not agree.';
  return {
    right,
    text: [`${bundle.proposal}: ${bundle.title}, ${bundle.board.ballots} ballots`, ...lines, end].join('\n'),
  };
}
