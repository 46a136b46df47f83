import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { CommunityIri, Digest, Organisation, PersonIri, ProposalId } from '../community/ids.ts';
import type { Ballot } from '../governance/ballot.ts';
import { turnOf } from '../governance/ballots.ts';
import type { Ballots } from '../ports/record.ts';
import { createCasting } from './casting.ts';
import { checked, count, type FieldsOf, pendingFields, text } from './fields.ts';
import { firstEffects } from './pending.ts';

const ballotFields = {
  community: text<CommunityIri>(),
  proposal: text<ProposalId>(),
  voter: text<PersonIri>(),
  organisation: text<Organisation>(),
  choice: text(),
  castAt: z.date(),
  via: z.literal(['web', 'federation']),
  turn: count.optional(),
  nonce: text(),
  leaf: text<Digest>(),
} satisfies FieldsOf<Ballot>;

export const ballotSchema = z.object({
  /** `community proposal voter` for her first, with its turn for those by which she changed it: no turn is taken twice. */
  _id: text(),
  ...ballotFields,
  ...pendingFields,
});
export type BallotDocument = z.infer<typeof ballotSchema>;

export const ballotCollection = (db: Db): Collection<BallotDocument> => db.collection('ballots');

function toBallot(document: BallotDocument): Ballot {
  const { community, proposal, voter, organisation, choice, castAt, via, turn, nonce, leaf } = document;
  const cast = { community, proposal, voter, organisation, choice, castAt, via, nonce, leaf };
  return turn === undefined ? cast : { ...cast, turn };
}

/** A turn so that ids stand in its order, and the last is found at once however many there are: 2 … 9, b10 … b99, c100. */
export function turnInOrder(turn: number): string {
  const digits = String(turn);
  return digits.length === 1 ? digits : `${String.fromCharCode('a'.charCodeAt(0) + digits.length - 1)}${digits}`;
}

export const toBallotWork = (document: BallotDocument) => ({ ballot: toBallot(document) });

export function createBallots(db: Db, wall: () => Date, how: { readonly inOneWrite?: boolean } = {}): Ballots {
  const ballots = ballotCollection(db);
  const add = createCasting(db, ballots, how);
  const idOf = (community: string, proposal: string, voter: string) => `${community} ${proposal} ${voter}`;
  return {
    async cast(ballot, { decidedOn, receipt = true } = {}) {
      const turn = turnOf(ballot);
      const first = idOf(ballot.community, ballot.proposal, ballot.voter);
      const document = checked(ballotSchema, {
        _id: turn === 1 ? first : `${first} ${turnInOrder(turn)}`,
        ...ballot,
        ...firstEffects(receipt ? ['receipt'] : [], wall()),
      });
      const { community } = ballot;
      return add({ document, decidedOn: decidedOn === undefined ? undefined : { community, seq: decidedOn } });
    },
    async of(community, proposal) {
      const found = await ballots.find({ community, proposal }).sort({ castAt: 1, _id: 1 }).toArray();
      return found.map(toBallot);
    },
    async by(community, proposal, voter) {
      const id = idOf(community, proposal, voter);
      // Later turns have ids that begin with the first one's and a space; the sign after the space is “!”.
      const hers = { _id: { $gte: id, $lt: `${id}!` } };
      const last = await ballots.findOne(hers, { sort: { _id: -1 } });
      return last === null ? null : toBallot(last);
    },
    // Everybody has one first ballot, whatever came after it. `null`: also those that have no turn.
    count: (community, proposal) => ballots.countDocuments({ community, proposal, turn: { $in: [null, 1] } } as object),
  };
}
