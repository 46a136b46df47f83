import { random } from '../governance/secret/crypto/bytes.ts';
import {
  appealFields,
  beginToken,
  finishToken,
  type Holding,
  redeemFields,
  saidFields,
} from '../governance/voices/holder.ts';
import { ask, keptAs, run, Stop, say } from './command.ts';

const USAGE = `Speaks in a community without a name, and without a browser. Your voice stays in a file: whoever has it can speak with it.

  node voice.mjs token ADDRESS ORGANISATION CODE   gets your token (ADDRESS: the voice page; CODE: from your organisation)
  node voice.mjs redeem ADDRESS                    spends it: your voice speaks some hours later
  node voice.mjs say ADDRESS TEXT [POST]           says something; POST: the address of the post it answers
  node voice.mjs appeal ADDRESS CASE WHY           asks that a jury looks again at what was decided about it (CASE: C-1)

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

const { fileOf, read, keep } = keptAs<Holding>('voice');

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

async function appeal(address: string, id: string, words: string): Promise<void> {
  const { page } = await ask(`${address}/appeal`, await appealFields(held(address), { case: id, words }));
  say(`Your appeal is written down. What becomes of it: ${new URL(String(page), address).href}`);
}

process.exitCode = await run(USAGE, ([what, address = '', word = '', more]) => {
  if (what === 'token' && more !== undefined) return getToken(address, word, more);
  if (what === 'redeem' && address !== '') return redeem(address);
  if (what === 'appeal' && more !== undefined) return appeal(address, word, more);
  return what === 'say' && word !== '' ? speak(address, word, more) : undefined;
});
