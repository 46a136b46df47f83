import {
  contextOf,
  type Draft,
  draftPaper,
  finishPaper,
  leafOf,
  type Paper,
  signBallot,
  type VoterSetup,
} from '../governance/secret/crypto/ballots.ts';
import { readIssuer } from '../governance/secret/crypto/blind-rsa.ts';
import { random } from '../governance/secret/crypto/bytes.ts';
import { mistakeIn } from '../governance/secret/crypto/choice.ts';
import { makeKeys } from '../governance/secret/crypto/keys.ts';
import { seal } from '../governance/secret/crypto/sealing.ts';
import { ask, keptAs, run, Stop, say } from './command.ts';

const USAGE = `Votes secretly without a browser. Your ballot paper stays in a file; keep it until you have checked your receipt.

  node ballot.mjs paper ADDRESS CODE      gets your ballot paper (ADDRESS: the page of the vote; CODE: from that page)
  node ballot.mjs vote ADDRESS CHOICE     votes: yes, no, abstain; or in order, best first: "N-2>N-1"
  node ballot.mjs teller-key              for tellers: makes a key; give its publicKey before, its privateKey after the vote

Example:
  $ node ballot.mjs paper https://north.example/communities/guild/proposals/P-7/secret 4f9c…
  $ node ballot.mjs vote https://north.example/communities/guild/proposals/P-7/secret yes

Exit code 0: done. 1: it was refused, and says why. 2: this help.
`;

interface Kept {
  readonly setup: VoterSetup;
  readonly draft?: Draft;
  readonly paper?: Paper;
  readonly turn?: number;
  readonly receipt?: string;
}

const { fileOf, read, keep } = keptAs<Kept>('ballot');

async function getPaper(address: string, code: string): Promise<void> {
  const file = fileOf(address);
  const before = read(file);
  if (before?.paper !== undefined) throw new Stop(`You have your paper already, in ${file}. Vote with it.`);
  const setup = before?.setup ?? ((await ask(`${address}/setup`, { code })) as unknown as VoterSetup);
  const issuer = await readIssuer(setup.issuer);
  const draft = before?.draft ?? (await draftPaper(setup, issuer, random));
  // Kept before it is asked for: whatever becomes of the answer, the same paper can be asked for again.
  keep(file, { setup, draft });
  const { signature } = await ask(`${address}/paper-by-code`, { code, blinded: draft.blinded });
  const paper = await finishPaper(setup, issuer, draft, String(signature));
  if (paper === null) throw new Stop('What the server sent is no ballot paper of this vote. Tell others.');
  keep(file, { setup, paper });
  say(`Your ballot paper is in ${file}. Nobody can tell any more that it is yours. You need not vote at once.`);
}

async function vote(address: string, choice: string): Promise<void> {
  const file = fileOf(address);
  const kept = read(file);
  if (kept?.paper === undefined) throw new Stop('Get your ballot paper first: node ballot.mjs paper ADDRESS CODE');
  const { setup, paper } = kept;
  const mistake = mistakeIn(choice, setup.options);
  if (mistake !== null) throw new Stop(mistake);
  const turn = (kept.turn ?? 0) + 1;
  const sealed = await seal(choice, { ...setup, context: contextOf(setup, paper.token.publicKey) }, random);
  const ballot = await signBallot(setup, paper, { turn, sealed });
  keep(file, { ...kept, turn });
  await ask(`${address}/cast`, { ...ballot, turn: String(turn) });
  const receipt = await leafOf(setup, ballot);
  keep(file, { ...kept, turn, receipt });
  say(
    `Your ballot is in; you may vote again, and the last one counts. Your receipt, for the board after the close:\n${receipt}`,
  );
}

process.exitCode = await run(USAGE, ([what, address = '', word = '']) => {
  if (what === 'paper' && word !== '') return getPaper(address, word);
  if (what === 'vote' && word !== '') return vote(address, word);
  return what === 'teller-key' ? makeKeys('ECDH').then((keys) => say(JSON.stringify(keys, null, 2))) : undefined;
});
