import { createHash } from 'node:crypto';
import type { Db } from 'mongodb';
import { z } from 'zod';
import type { CommunityIri, PersonIri, ProposalId } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import type { KeptBallot, OfVote, SecretBallots, VoteKeys } from '../ports/secret-ballots.ts';
import { createCasting } from './casting.ts';
import { checked, count, type FieldsOf, text } from './fields.ts';
import { insertNew } from './writing.ts';

const ofVote = { community: text<CommunityIri>(), proposal: text<ProposalId>() };

export const voteKeysSchema = z.object({
  /** `community proposal` */
  _id: text(),
  issuer: text(),
  issuerSealed: text().exactOptional(),
  machine: text(),
  machineSealed: text().exactOptional(),
});

/** Every `_id` below is a hash, and the collections are clustered by it (`indexes.ts`): there is no order of arrival. */
export const paperSchema = z.object({ _id: text(), ...ofVote, member: text<PersonIri>(), blindedHash: text() });
export const paperCodeSchema = z.object({ _id: text(), ...ofVote, member: text<PersonIri>() });
export const secretBallotSchema = z.object({
  _id: text(),
  ...ofVote,
  token: text(),
  turn: count,
  prefix: text(),
  paper: text(),
  sealed: text(),
  signature: text(),
  leaf: text(),
} satisfies FieldsOf<KeptBallot & { _id: string }>);
export const openedKeySchema = z.object({ _id: text(), ...ofVote, teller: text(), keySealed: text() });

type Kept<Schema extends z.ZodType> = z.infer<Schema>;

const idOf = ({ community, proposal }: OfVote): string => `${community} ${proposal}`;
const hashed = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');

const inOrder = (ballots: readonly KeptBallot[]) => [...ballots].sort((a, b) => (a.leaf < b.leaf ? -1 : 1));

export function createSecretBallots(
  db: Db,
  sealer: Sealer,
  how: { readonly inOneWrite?: boolean } = {},
): SecretBallots {
  const keys = db.collection<Kept<typeof voteKeysSchema>>('voteKeys');
  const papers = db.collection<Kept<typeof paperSchema>>('papers');
  const codes = db.collection<Kept<typeof paperCodeSchema>>('paperCodes');
  const ballots = db.collection<Kept<typeof secretBallotSchema>>('secretBallots');
  const opened = db.collection<Kept<typeof openedKeySchema>>('openedKeys');
  const add = createCasting(db, ballots, how);
  const only = ({ community, proposal }: OfVote) => ({ community, proposal });
  const about = (vote: OfVote, which: string) => `${which} of ${idOf(vote)}`;

  const paperId = (vote: OfVote, member: PersonIri) => hashed('paper', idOf(vote), member);
  const codeId = (vote: OfVote, codeHash: string) => hashed('code', idOf(vote), codeHash);

  async function readKeys(vote: OfVote): Promise<VoteKeys | null> {
    const found = await keys.findOne({ _id: idOf(vote) });
    if (found === null) return null;
    const { issuer, issuerSealed, machine, machineSealed } = found;
    return {
      issuer,
      machine,
      ...(issuerSealed && { issuerPrivate: sealer.unseal(issuerSealed, about(vote, 'the issuing key')) }),
      ...(machineSealed && { machinePrivate: sealer.unseal(machineSealed, about(vote, 'the machine’s key')) }),
    };
  }

  async function last(vote: OfVote): Promise<readonly KeptBallot[]> {
    const found = await ballots.find(only(vote)).toArray();
    const latest = new Map<string, KeptBallot>();
    for (const { _id, ...ballot } of found) {
      if ((latest.get(ballot.token)?.turn ?? 0) < ballot.turn) latest.set(ballot.token, ballot);
    }
    return inOrder([...latest.values()]);
  }

  return {
    async keepKeys(vote, { issuer, issuerPrivate, machine, machinePrivate }) {
      const document = checked(voteKeysSchema, {
        _id: idOf(vote),
        issuer,
        issuerSealed: sealer.seal(issuerPrivate, about(vote, 'the issuing key')),
        machine,
        machineSealed: sealer.seal(machinePrivate, about(vote, 'the machine’s key')),
      });
      await insertNew(keys, document);
      const kept = await readKeys(vote);
      if (kept === null) throw new Error(`the keys of ${idOf(vote)} were there, and are not any more`);
      return kept;
    },
    keys: readKeys,
    async destroyKeys(vote, which) {
      const gone =
        which === 'issuer' ? { issuerSealed: 1 as const } : { issuerSealed: 1 as const, machineSealed: 1 as const };
      await keys.updateOne({ _id: idOf(vote) }, { $unset: gone });
    },
    async issue(vote, member, blindedHash) {
      const _id = paperId(vote, member);
      if (await insertNew(papers, checked(paperSchema, { _id, ...only(vote), member, blindedHash }))) return 'issued';
      return (await papers.findOne({ _id }))?.blindedHash === blindedHash ? 'same' : 'other';
    },
    async issuedTo(vote) {
      const found = await papers.find(only(vote), { projection: { member: 1 } }).toArray();
      return found.map(({ member }) => member).sort();
    },
    isIssuedTo: async (vote, member) => (await papers.findOne({ _id: paperId(vote, member) })) !== null,
    async keepCode(vote, member, codeHash) {
      await insertNew(codes, checked(paperCodeSchema, { _id: codeId(vote, codeHash), ...only(vote), member }));
    },
    memberOfCode: async (vote, codeHash) => (await codes.findOne({ _id: codeId(vote, codeHash) }))?.member ?? null,
    async cast(ballot, decidedOn) {
      const { community, token, turn } = ballot;
      const _id = hashed('ballot', idOf(ballot), token, turn);
      const document = checked(secretBallotSchema, { _id, ...ballot });
      const done = await add({
        document,
        decidedOn: decidedOn === undefined ? undefined : { community, seq: decidedOn },
      });
      if (done !== 'already') return done;
      return (await ballots.findOne({ _id }))?.leaf === ballot.leaf ? 'same' : 'taken';
    },
    last,
    async withLeaves(vote, leaves) {
      const wanted = new Set(leaves);
      const found = await ballots.find(only(vote)).toArray();
      return inOrder(found.filter(({ leaf }) => wanted.has(leaf)).map(({ _id, ...ballot }) => ballot));
    },
    turnout: async (vote) => (await last(vote)).length,
    async keepOpened(vote, teller, privateKey) {
      const keySealed = sealer.seal(privateKey, about(vote, `the key of ${teller}`));
      const _id = hashed('opened', idOf(vote), teller);
      await insertNew(opened, checked(openedKeySchema, { _id, ...only(vote), teller, keySealed }));
    },
    async opened(vote) {
      const found = await opened.find(only(vote)).toArray();
      return new Map(
        found.map(({ teller, keySealed }) => [teller, sealer.unseal(keySealed, about(vote, `the key of ${teller}`))]),
      );
    },
    async tidy(vote, keep) {
      await ballots.deleteMany({ ...only(vote), leaf: { $nin: [...keep] } });
      await codes.deleteMany(only(vote));
      await opened.deleteMany(only(vote));
      await keys.updateOne({ _id: idOf(vote) }, { $unset: { issuerSealed: 1, machineSealed: 1 } });
    },
  };
}
