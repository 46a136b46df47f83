import type { Document } from 'mongodb';
import { castBallot } from '../../../server/actions/cast-ballot.ts';
import { type ProposalId, proposalId } from '../../../server/community/ids.ts';
import { applyInPlace, draftOf, initialState } from '../../../server/governance/apply.ts';
import { addDays } from '../../../server/governance/dates.ts';
import { freezeRoll } from '../../../server/governance/roll.ts';
import { encodeEntry } from '../../../server/record/encoding.ts';
import type { Entry } from '../../../server/record/entry.ts';
import { insertNew } from '../../../server/stores/writing.ts';
import { must } from '../../support/people.ts';
import { Book, GUILD, person } from './book.ts';
import { type BenchHouse, insertAll, timed } from './stage.ts';
import { adoptLinkRule, openedVote, pinned } from './vote.ts';

/** So many people vote at the same time, each as soon as her last ballot is answered. */
export const VOTERS_AT_ONCE = [1, 20, 64] as const;

/** Ballots, or documents, a second. */
export interface Cast {
  readonly atOnce: number;
  readonly ballots: number;
  /** Through the action, durable when answered. */
  readonly cast: number;
  /** The same documents, each added by an `insertOne` of its own. */
  readonly inserted: number;
  /** The same documents, those of the same moment in one write. */
  readonly gathered: number;
  /** Of this process, for a ballot, in milliseconds. */
  readonly cpuCast: number;
  readonly cpuInserted: number;
}

/** A community of so many members with so many open votes; the number of the first is 1. */
export async function openVotes({ db, house }: BenchHouse, members: number, votes: number): Promise<void> {
  const draft = draftOf(initialState(GUILD));
  const written: Entry[] = [];
  const write = (entry: Entry) => {
    applyInPlace(draft, entry);
    written.push(entry);
  };
  const book = new Book(addDays(new Date(), -90));
  write(book.founding());
  for (let number = 1; number < members; number += 1) write(book.join(number));
  const opened = addDays(new Date(), -1);
  const roll = freezeRoll({ state: draft, at: opened, actedSince: new Map() });
  const pins = pinned({ root: roll.root, active: roll.active, size: roll.entries.length });
  book.at = addDays(opened, -7);
  for (let number = 1; number <= votes; number += 1) {
    for (const event of openedVote(number, addDays(opened, -7), pins, adoptLinkRule)) write(book.entry(event));
    await house.boards.keepRoll(GUILD, proposalId(number), roll);
  }
  await insertAll(
    db,
    'entries',
    written.map((entry) => ({ _id: `${GUILD} ${entry.head.seq}`, ...encodeEntry(entry) })),
  );
  // As on a server that has been running: the state is at hand.
  await house.states.load(GUILD);
}

/** Everybody votes on one proposal; then the same documents are added to a collection with the same indexes. */
export async function castingTurn(
  bench: BenchHouse,
  { vote, members, atOnce }: { readonly vote: number; readonly members: number; readonly atOnce: number },
): Promise<Cast> {
  const proposal = proposalId(vote);
  const everybody = Array.from({ length: members }, (_, number) => number);
  const cast = await timed(() => side(everybody, atOnce, (number) => castOne(bench, proposal, number)));
  const documents = await bench.db.collection('ballots').find({ proposal }).toArray();
  if (documents.length !== members) throw new Error(`${documents.length} of ${members} ballots are there`);
  const one = await bare(bench, documents, async (collection) => {
    await side(documents, atOnce, (document) => collection.insertOne(document));
  });
  const many = await bare(bench, documents, async (collection) => {
    await side(documents, atOnce, (document) => insertNew(collection, document));
  });
  const rate = ({ ms }: { readonly ms: number }) => (members / ms) * 1000;
  return {
    atOnce,
    ballots: members,
    cast: rate(cast),
    inserted: rate(one),
    gathered: rate(many),
    cpuCast: cast.cpuMs / members,
    cpuInserted: one.cpuMs / members,
  };
}

async function castOne({ house }: BenchHouse, proposal: ProposalId, number: number): Promise<void> {
  const choice = number % 3 === 0 ? 'no' : 'yes';
  must(await castBallot(house, { community: GUILD, proposal, voter: person(number), choice, via: 'web' }));
}

async function bare(
  { db }: BenchHouse,
  documents: readonly Document[],
  add: (collection: ReturnType<typeof db.collection>) => Promise<void>,
) {
  const collection = db.collection(`bare_${documents.length}`);
  const indexes = await db.collection('ballots').indexes();
  await collection.createIndexes(indexes.filter(({ name }) => name !== '_id_') as never);
  const took = await timed(() => add(collection));
  const there = await collection.countDocuments();
  await collection.drop();
  if (there !== documents.length) throw new Error(`${there} of ${documents.length} documents are there`);
  return took;
}

/** Goes through a list, so many at the same time. */
async function side<Item>(items: readonly Item[], atOnce: number, deed: (item: Item) => Promise<unknown>) {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await deed(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
