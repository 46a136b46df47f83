import type { Document, Filter } from 'mongodb';
import { verifyCommunity } from '../../server/actions/verify-record.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** Something an operator changes in the database with her own hands. */
interface Edit {
  readonly what: string;
  readonly collection: string;
  readonly which: Filter<Document>;
  /** Changes the document; what it gives back is written in its place, `null` takes it out. */
  readonly change: (document: Document) => Document | null;
  /** How the fault that is found says where it is. */
  readonly foundAt: RegExp;
}

/** Each kind of edit, one after the other: it is found, taken back, and then nothing is found any more. */
export async function meddle(world: World, ledger: Ledger): Promise<void> {
  for (const edit of await editsOf(world)) {
    const collection = world.db.collection<Document>(edit.collection);
    const before = await collection.findOne(edit.which);
    if (before === null) throw new Error(`there is nothing to edit for: ${edit.what}`);
    const { _id } = before;
    const after = edit.change(structuredClone(before));
    if (after === null) await collection.deleteOne({ _id });
    else await collection.replaceOne({ _id }, after);
    const { faults } = await verifyCommunity(world.house, world.guild);
    const found = faults.some(({ where }) => edit.foundAt.test(where));
    const seen = faults.map(({ where }) => where).join('; ') || 'nothing was found';
    ledger.promise(`an operator is found out who ${edit.what}`, found, seen);
    if (after === null) await collection.insertOne(before);
    else await collection.replaceOne({ _id }, before);
  }
  const { faults } = await verifyCommunity(world.house, world.guild);
  ledger.promise('once all is put back, nothing is found', faults.length === 0, faults[0]?.text);
}

async function editsOf(world: World): Promise<readonly Edit[]> {
  const { guild } = world;
  const state = await world.state();
  const decided = [...state.proposals.values()].filter(({ outcome }) => (outcome?.ballots ?? 0) > 0);
  const open = decided.find(({ pinned }) => pinned?.secret === undefined && pinned?.method === 'yes-no');
  const secret = decided.find(({ pinned }) => pinned?.secret !== undefined);
  if (open === undefined || secret === undefined) throw new Error('nothing was voted on');
  const about = { community: guild, proposal: open.id };
  const rollOf = { collection: 'rolls', which: about, foundAt: new RegExp(`^roll of ${open.id}$`) };
  const later = (document: Document) => ({ ...document, at: new Date(document.at.getTime() + 1) });
  const withoutLast = (document: Document, list: string) => ({ ...document, [list]: document[list].slice(0, -1) });
  return [
    {
      what: 'turns a ballot round',
      collection: 'ballots',
      which: { ...about, choice: 'yes' },
      change: (ballot) => ({ ...ballot, choice: 'no' }),
      foundAt: /^ballot of /,
    },
    {
      what: 'takes a ballot out',
      collection: 'ballots',
      which: { ...about, choice: 'yes' },
      change: () => null,
      foundAt: new RegExp(`^board of ${open.id}$`),
    },
    {
      what: 'adds a voter to a roll',
      ...rollOf,
      change: (roll) => ({ ...roll, entries: [...roll.entries, { ...roll.entries[0], member: `${guild}/ghost` }] }),
    },
    { what: 'takes a voter off a roll', ...rollOf, change: (roll) => withoutLast(roll, 'entries') },
    {
      what: 'shortens a board',
      collection: 'boards',
      which: about,
      change: (board) => withoutLast(board, 'leaves'),
      foundAt: new RegExp(`^board of ${open.id}$`),
    },
    {
      what: 'takes a secret ballot out',
      collection: 'secretBallots',
      which: { community: guild, proposal: secret.id },
      change: () => null,
      foundAt: /./,
    },
    {
      what: 'rewrites an entry',
      collection: 'entries',
      which: { community: guild, kind: 'proposal-decided' },
      change: (entry) => ({
        ...entry,
        eventJson: entry.eventJson.replace('"passed"', '"rejected"').replace('"no":', '"no":1'),
      }),
      foundAt: /^entry /,
    },
    {
      what: 'dates an entry back',
      collection: 'entries',
      which: { community: guild, kind: 'sanction-imposed' },
      change: later,
      foundAt: /^entry /,
    },
    {
      what: 'takes an entry out',
      collection: 'entries',
      which: { community: guild, seq: Math.floor(state.seq / 2) },
      change: () => null,
      foundAt: /^entry /,
    },
    {
      what: 'takes the last entry out',
      collection: 'entries',
      which: { community: guild, seq: state.seq },
      change: () => null,
      foundAt: /^entry /,
    },
    {
      what: 'lifts a sanction in the stored state',
      collection: 'projections',
      which: { _id: guild } as Filter<Document>,
      change: (stored) => ({
        ...stored,
        stateJson: stored.stateJson.replace('"state":"active"', '"state":"overturned"'),
      }),
      foundAt: /^projection$/,
    },
    {
      what: 'makes somebody a moderator in the stored state',
      collection: 'projections',
      which: { _id: guild } as Filter<Document>,
      change: (stored) => ({ ...stored, stateJson: stored.stateJson.replaceAll('"moderator"', '"steward"') }),
      foundAt: /^projection$/,
    },
    {
      what: 'rewrites what was reported',
      collection: 'evidence',
      which: { community: guild },
      change: (evidence) => ({ ...evidence, html: '<p>Something much worse.</p>' }),
      foundAt: /^evidence in /,
    },
  ];
}
