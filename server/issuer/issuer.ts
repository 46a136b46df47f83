import { createHash, createHmac, generateKeyPair, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { blindSign } from '../actions/secret/blind-sign.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import { makeKeys } from '../governance/secret/crypto/keys.ts';
import { epochOf } from '../governance/voices/epoch.ts';
import { LEAST_ISSUED, type SignedStatement, signStatement } from '../governance/voices/issuer.ts';
import { readRoll } from '../governance/voices/roll.ts';
import type { Keeping, KeptEpoch } from './keeping.ts';

export interface IssuerParts {
  readonly organisation: string;
  readonly rollFile: string;
  readonly keeping: Keeping;
  readonly now: () => Date;
}

/**
 * Confirms that somebody belongs to an organisation, once a month, by signing what it cannot read (RFC 9474). It knows
 * whom it gave a token, and publishes that; it does not know which token, and speaks to no community's server.
 */
export interface Issuer {
  readonly organisation: string;
  /** The key by which communities know it. */
  publicKey(): Promise<string>;
  /** The code of everybody on the roll for this month, for whoever keeps the roll to hand out. */
  codes(): Promise<readonly { readonly name: string; readonly code: string }[]>;
  /** What it says of a month; `null` for one of which it knows nothing. */
  statement(epoch: string): Promise<SignedStatement | null>;
  /** The month that tokens are issued for, and how many have one. */
  present(): Promise<{ readonly epoch: string; readonly issued: number }>;
  /** Gives somebody her token. Asked again with the same, as after a lost answer, the answer is the same. */
  issue(asked: {
    readonly code: string;
    readonly blinded: string;
    readonly epoch: string;
  }): Promise<Result<{ readonly signature: string }>>;
}

export class BadRoll extends Error {}

export function createIssuer({ organisation, rollFile, keeping, now }: IssuerParts): Issuer {
  let known: ReturnType<Keeping['keys']> | undefined;
  const keys = () => {
    known ??= keeping.keys(async () => ({ ...(await makeKeys('ECDSA')), codes: randomBytes(32).toString('hex') }));
    return known;
  };
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other, since each writes the epoch's file anew. */
  function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  /** Read each time, so that who has left the organisation is given no token any more. */
  async function roll(): Promise<readonly string[]> {
    const read = readRoll(await readFile(rollFile, 'utf8'));
    if (typeof read === 'string') throw new BadRoll(read);
    return read;
  }

  async function present(epoch: string): Promise<KeptEpoch> {
    const kept = await keeping.epoch(epoch);
    if (kept !== null) return kept;
    const made = { ...(await makeBlindKey()), issued: {} };
    await keeping.keepEpoch(epoch, made);
    return made;
  }

  async function codes() {
    const [{ codes: secret }, names] = [await keys(), await roll()];
    return names.map((name) => ({ name, code: codeOf(secret, epochOf(now()), name) }));
  }

  async function give(name: string, epoch: string, blinded: string): Promise<Result<{ readonly signature: string }>> {
    const kept = await present(epoch);
    const signature = blindSign(kept.privateKey, blinded);
    if (signature === null)
      return refused('bad-token', 'This is nothing that can be signed here. Copy all of it, anew.');
    const hash = createHash('sha256').update(blinded).digest('hex');
    const before = Object.hasOwn(kept.issued, name) ? kept.issued[name] : undefined;
    if (before !== undefined && before !== hash) {
      return refused(
        'already-issued',
        said`You were given your token for ${epoch} already. There is one a month for each; use the browser or the file where yours is.`,
      );
    }
    if (before === undefined) await keeping.keepEpoch(epoch, { ...kept, issued: { ...kept.issued, [name]: hash } });
    return accepted({ signature });
  }

  return {
    organisation,
    publicKey: async () => (await keys()).publicKey,
    codes,
    async statement(epoch) {
      const kept = epoch === epochOf(now()) ? await inTurn(() => present(epoch)) : await keeping.epoch(epoch);
      if (kept === null) return null;
      const issuedTo = Object.keys(kept.issued).sort();
      return signStatement(await keys(), { organisation, epoch, blindKey: kept.blindKey, issuedTo });
    },
    async present() {
      const epoch = epochOf(now());
      return { epoch, issued: Object.keys((await keeping.epoch(epoch))?.issued ?? {}).length };
    },
    async issue({ code, blinded, epoch }) {
      if (epoch !== epochOf(now())) {
        return refused(
          'expired-epoch',
          said`Tokens are given for ${epochOf(now())} now. Begin anew on the voice page.`,
        );
      }
      const all = await codes();
      if (all.length < LEAST_ISSUED) {
        return refused(
          'too-few',
          said`Fewer than ${LEAST_ISSUED} people stand on the roll: nobody could go unnamed among them.`,
        );
      }
      const typed = plain(code);
      const found = all.find((one) => plain(one.code) === typed);
      if (found === undefined)
        return refused('bad-code', 'This code is not one of this month. Ask whoever keeps the roll.');
      return inTurn(() => give(found.name, epoch, blinded));
    },
  };
}

const plain = (code: string): string => code.toLowerCase().replaceAll(/[^0-9a-f]/g, '');

/** 80 bits, in groups of four: nobody guesses it, and it can be typed. */
function codeOf(secret: string, epoch: string, name: string): string {
  const digest = createHmac('sha256', secret).update(`${epoch}\n${name}`).digest('hex').slice(0, 20);
  return (digest.match(/.{4}/g) ?? []).join('-');
}

async function makeBlindKey(): Promise<Omit<KeptEpoch, 'issued'>> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { blindKey: publicKey.toString('base64'), privateKey };
}
