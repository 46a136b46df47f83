import type { Collection, Db, Filter } from 'mongodb';
import { z } from 'zod';
import type { CommunityIri, Digest, Organisation, PersonIri, ProposalId } from '../community/ids.ts';
import type { Board } from '../governance/ballot.ts';
import type { Roll, RollEntry } from '../governance/proposal.ts';
import { checkRoll } from '../governance/roll.ts';
import type { Boards } from '../ports/record.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { readsById } from './by-id.ts';
import { checked, count, type FieldsOf, list, text } from './fields.ts';
import { insertNew } from './writing.ts';

const ofProposal = {
  /** `community proposal` */
  _id: text(),
  community: text<CommunityIri>(),
  proposal: text<ProposalId>(),
};

const rollEntrySchema = z.object({
  member: text<PersonIri>(),
  organisation: text<Organisation>(),
  active: z.boolean(),
} satisfies FieldsOf<RollEntry>);

const rollFields = {
  entries: list(rollEntrySchema),
  root: text<Digest>(),
  active: count,
} satisfies FieldsOf<Roll>;

export const rollSchema = z.object({ ...ofProposal, ...rollFields });
type RollDocument = z.infer<typeof rollSchema>;

export const boardSchema = z.object({
  ...ofProposal,
  leaves: list(text<Digest>()),
  root: text<Digest>(),
} satisfies FieldsOf<Board & { _id: string }>);
type BoardDocument = z.infer<typeof boardSchema>;

const idOf = (community: CommunityIri, proposal: ProposalId) => `${community} ${proposal}`;
const toRoll = ({ entries, root, active }: RollDocument): Roll => ({ entries, root, active });
const toBoard = ({ _id, ...board }: BoardDocument): Board => board;

/** Adds a document once; whoever comes later gets the one that stands. */
async function keepFirst<Stored extends { readonly _id: string }>(
  collection: Collection<Stored>,
  document: Stored,
): Promise<Stored> {
  if (await insertNew(collection, document)) return document;
  const first = (await collection.findOne({ _id: document._id } as Filter<Stored>)) as Stored | null;
  if (first === null) throw new Error(`${document._id} was there, and is not any more`);
  return first;
}

/** So many open votes' rolls are kept at hand: everybody who votes is looked up in one. */
const ROLLS_AT_HAND = 16;

export function createBoards(db: Db): Boards {
  const rolls: Collection<RollDocument> = db.collection('rolls');
  const boards: Collection<BoardDocument> = db.collection('boards');
  const rollById = readsById(rolls);
  const atHand = new RecentlyUsed<Digest, Roll>({ limit: ROLLS_AT_HAND });
  return {
    async keepRoll(community, proposal, roll) {
      const document = checked(rollSchema, { _id: idOf(community, proposal), community, proposal, ...roll });
      return toRoll(await keepFirst(rolls, document));
    },
    async roll(community, proposal) {
      const found = await rollById(idOf(community, proposal));
      return found === null ? null : toRoll(found);
    },
    async pinnedRoll(community, proposal, root) {
      const known = atHand.get(root);
      if (known !== undefined) return known;
      const found = await rollById(idOf(community, proposal));
      // Many may have waited for the same reading.
      const roll = atHand.get(root) ?? (found === null ? null : toRoll(found));
      if (roll === null || !checkRoll(roll, root)) return null;
      atHand.set(root, roll);
      return roll;
    },
    async keepBoard(board) {
      const document = checked(boardSchema, { _id: idOf(board.community, board.proposal), ...board });
      return toBoard(await keepFirst(boards, document));
    },
    async board(community, proposal) {
      const found = await boards.findOne({ _id: idOf(community, proposal) });
      return found === null ? null : toBoard(found);
    },
  };
}
