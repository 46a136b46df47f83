import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

/** The end of the command: a sentence for the person. */
class Stop extends Error {}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const fileOf = (address: string): string =>
  `ballot-${new URL(address).pathname.split('/').filter(Boolean).join('-')}.json`;
const read = (file: string): Kept | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : null;
const keep = (file: string, kept: Kept): void =>
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });

async function post(
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(address, { method: 'POST', body: new URLSearchParams(fields) });
  const answer = (await response.json()) as Readonly<Record<string, unknown>>;
  if (!response.ok) throw new Stop(String(answer.text ?? `The server answered ${response.status}.`));
  return answer;
}

async function getPaper(address: string, code: string): Promise<void> {
  const file = fileOf(address);
  const before = read(file);
  if (before?.paper !== undefined) throw new Stop(`You have your paper already, in ${file}. Vote with it.`);
  const setup = before?.setup ?? ((await post(`${address}/setup`, { code })) as unknown as VoterSetup);
  const issuer = await readIssuer(setup.issuer);
  const draft = before?.draft ?? (await draftPaper(setup, issuer, random));
  // Kept before it is asked for: whatever becomes of the answer, the same paper can be asked for again.
  keep(file, { setup, draft });
  const { signature } = await post(`${address}/paper-by-code`, { code, blinded: draft.blinded });
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
  await post(`${address}/cast`, { ...ballot, turn: String(turn) });
  const receipt = await leafOf(setup, ballot);
  keep(file, { ...kept, turn, receipt });
  say(
    `Your ballot is in; you may vote again, and the last one counts. Your receipt, for the board after the close:\n${receipt}`,
  );
}

async function main([what, address = '', word = '']: readonly string[]): Promise<number> {
  try {
    if (what === '--help' || what === '-h') {
      process.stdout.write(USAGE);
      return 0;
    }
    if (what === 'paper' && word !== '') await getPaper(address, word);
    else if (what === 'vote' && word !== '') await vote(address, word);
    else if (what === 'teller-key') say(JSON.stringify(await makeKeys('ECDH'), null, 2));
    else {
      process.stderr.write(USAGE);
      return 2;
    }
    return 0;
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
