import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { random } from '../governance/secret/crypto/bytes.ts';
import { beginToken, finishToken, type Holding, redeemFields, saidFields } from '../governance/voices/holder.ts';

const USAGE = `Speaks in a community without a name, and without a browser. Your voice stays in a file: whoever has it can speak with it.

  node voice.mjs token ADDRESS ORGANISATION CODE   gets your token (ADDRESS: the voice page; CODE: from your organisation)
  node voice.mjs redeem ADDRESS                    spends it: your voice speaks some hours later
  node voice.mjs say ADDRESS TEXT [POST]           says something; POST: the address of the post it answers

Example:
  $ node voice.mjs token https://north.example/communities/guild/voice works.example 4f9c-1d20-…
  $ node voice.mjs redeem https://north.example/communities/guild/voice
  $ node voice.mjs say https://north.example/communities/guild/voice "The new process costs us two days a week."

Wait between the first and the second, a day or more: who comes for a token and spends it at once can be found by the time.
Exit code 0: done. 1: it was refused, and says why. 2: this help.
`;

interface Setup {
  readonly community: string;
  readonly epoch: string;
  readonly issuers: readonly {
    readonly organisation: string;
    readonly url: string;
    readonly epochs: readonly { readonly epoch: string; readonly blindKey: string }[];
  }[];
}

/** The end of the command: a sentence for the person. */
class Stop extends Error {}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const fileOf = (address: string): string =>
  `voice-${new URL(address).pathname.split('/').filter(Boolean).join('-')}.json`;
const read = (file: string): Holding | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Holding) : null;
const keep = (file: string, kept: Holding): void =>
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });

async function ask(address: string, fields?: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  const how = fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) };
  const response = await fetch(address, { ...how, headers: { Accept: 'application/json' } });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Stop(String(answer.text ?? `The server answered ${response.status}.`));
  return answer;
}

async function getToken(address: string, organisation: string, code: string): Promise<void> {
  const file = fileOf(address);
  const setup = (await ask(`${address}/setup.json`)) as unknown as Setup;
  const issuer = setup.issuers.find((one) => one.organisation === organisation);
  const blindKey = issuer?.epochs.find(({ epoch }) => epoch === setup.epoch)?.blindKey;
  if (issuer === undefined) throw new Stop(`This community takes no tokens of ${organisation}.`);
  if (blindKey === undefined) throw new Stop(`What ${organisation} issues now is not known there yet. Try in an hour.`);
  const before = read(file);
  const isThis = before?.organisation === organisation && before.epoch === setup.epoch;
  if (before?.paper !== undefined && isThis) throw new Stop(`Your token is in ${file} already. Redeem it.`);
  const about = { community: setup.community, organisation, epoch: setup.epoch, blindKey };
  // Kept before it is asked for: whatever becomes of the answer, the same can be asked for again.
  const begun = isThis && before?.draft !== undefined ? before : await beginToken(about, random);
  keep(file, begun);
  const { signature } = await ask(`${issuer.url}/token`, {
    code,
    epoch: setup.epoch,
    blinded: begun.draft?.blinded ?? '',
  });
  const holding = await finishToken(begun, String(signature));
  if (holding === null) throw new Stop('What the issuer sent is no token. Tell others.');
  keep(file, holding);
  say(`Your token is in ${file}. Nobody can tell any more that it is yours. Wait a day or more before you redeem it.`);
}

function held(address: string): Holding {
  const holding = read(fileOf(address));
  if (holding?.paper === undefined)
    throw new Stop('Get your token first: node voice.mjs token ADDRESS ORGANISATION CODE');
  return holding;
}

async function redeem(address: string): Promise<void> {
  const { name, speaksFrom } = await ask(`${address}/redeem`, redeemFields(held(address)));
  say(`You are ${name}. You can speak from ${speaksFrom} on.`);
}

async function speak(address: string, text: string, inReplyTo: string | undefined): Promise<void> {
  const { page, standing } = await ask(
    `${address}/speak`,
    await saidFields(held(address), { text, inReplyTo }, random),
  );
  const seen = standing === 'held' ? 'A rule holds it for now: somebody looks at it first.' : 'It is there.';
  say(`${seen} ${new URL(String(page), address).href}`);
}

async function main([what, address = '', word = '', more]: readonly string[]): Promise<number> {
  try {
    if (what === '--help' || what === '-h') {
      process.stdout.write(USAGE);
      return 0;
    }
    if (what === 'token' && more !== undefined) await getToken(address, word, more);
    else if (what === 'redeem' && address !== '') await redeem(address);
    else if (what === 'say' && word !== '') await speak(address, word, more);
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
