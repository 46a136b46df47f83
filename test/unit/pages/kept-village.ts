import type { House } from '../../../server/actions/house.ts';
import type { Digest } from '../../../server/community/ids.ts';
import type { Ballot, Board } from '../../../server/governance/ballot.ts';
import type { Roll } from '../../../server/governance/proposal.ts';
import { stateHash } from '../../../server/governance/state-text.ts';
import type { EncodedEntry } from '../../../server/record/encoding.ts';
import { decodeEntry, encodeEntry } from '../../../server/record/encoding.ts';
import type { Entry } from '../../../server/record/entry.ts';
import type { Village } from '../governance/village.ts';
import { GUILD } from '../governance/village.ts';

type Writable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** What a village's server would have stored, open to whoever has the database in hand. */
export interface Kept {
  readonly entries: Writable<EncodedEntry>[];
  readonly ballots: Writable<Ballot>[];
  readonly boards: Map<string, Board>;
  readonly rolls: Map<string, Roll>;
  stored: { readonly seq: number; readonly hash: ReturnType<typeof stateHash> } | null;
  /** The stores' side of it, as verification reads it. */
  readonly house: Pick<House, 'record' | 'states' | 'ballots' | 'boards' | 'secretBallots'>;
}

/** Stores everything that happened in a village so far, each thing a copy of its own. */
export function kept(village: Village): Kept {
  const copy: Omit<Kept, 'house'> = {
    entries: village.entries.map((entry) => ({ ...encodeEntry(entry) })),
    ballots: village.ballots.map((ballot) => ({ ...ballot })),
    boards: new Map(village.boards),
    rolls: new Map(village.rolls),
    stored: { seq: village.state.seq, hash: stateHash(village.state) },
  };
  const whole: Kept = Object.assign(copy, { house: houseOver(village, () => whole) });
  return whole;
}

/** One after the other, so that those before a broken one are read. */
function* inTurn(reads: readonly (() => Entry)[]): Iterable<Entry> {
  for (const read of reads) yield read();
}

function houseOver(village: Village, at: () => Kept): Kept['house'] {
  const decoded = () => at().entries.map((entry) => () => decodeEntry(entry));
  const ballotsOn = (proposal: string) => at().ballots.filter((ballot) => ballot.proposal === proposal);
  return {
    record: {
      append: async () => 'taken',
      after: async function* (_community, seq) {
        for (const read of decoded().slice(seq)) yield read();
      },
      parcels: async function* (_community, seq) {
        yield inTurn(decoded().slice(seq));
      },
      page: async (_community, before, limit) =>
        decoded()
          .map((read) => read())
          .filter(({ head }) => before === null || head.seq < before)
          .reverse()
          .slice(0, limit),
      entry: async (_community, seq) => decoded()[seq - 1]?.() ?? null,
      hashes: async (_community, from, to) =>
        at()
          .entries.slice(from, to)
          .map(({ hash }) => hash as Digest),
      eraseText: async (_community, seq, path) => {
        const entry = at().entries[seq - 1];
        if (entry?.texts) entry.texts = entry.texts.filter((text) => text.path !== path);
      },
    },
    states: {
      load: async (community) => (community === GUILD ? village.state : null),
      lastKnown: () => null,
      takeOver: () => {},
      stored: async () => at().stored,
      forget: async () => {
        at().stored = null;
      },
    },
    ballots: {
      cast: async () => 'already',
      of: async (_community, proposal) => ballotsOn(proposal),
      by: async (_community, proposal, voter) => ballotsOn(proposal).find((ballot) => ballot.voter === voter) ?? null,
      count: async (_community, proposal) => ballotsOn(proposal).length,
    },
    // Nothing is voted on secretly in a village.
    secretBallots: {} as Kept['house']['secretBallots'],
    boards: {
      keepRoll: async (_community, _proposal, roll) => roll,
      roll: async (_community, proposal) => at().rolls.get(proposal) ?? null,
      pinnedRoll: async (_community, proposal) => at().rolls.get(proposal) ?? null,
      keepBoard: async (board) => board,
      board: async (_community, proposal) => at().boards.get(proposal) ?? null,
    },
  };
}
