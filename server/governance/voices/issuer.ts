import { utf8 } from '../secret/crypto/bytes.ts';
import { isSigned, type KeyPair, signText } from '../secret/crypto/keys.ts';

/** An organisation's issuer, as a community accepts it: a program of its own that confirms who belongs there. */
export interface Issuer {
  /** Its domain, like `works.example`. */
  readonly organisation: string;
  /** The public half of the key that signs what it says of an epoch: a point of P-256, base64url. */
  readonly key: string;
  /** Where it is reached. */
  readonly url: string;
}

/** In an epoch of which fewer have been given a token, none is taken: one of so few could be found out. */
export const LEAST_ISSUED = 20;

/** What an issuer publishes of an epoch. Who was given a token is said by name; the tokens are known to nobody there. */
export interface Statement {
  readonly organisation: string;
  /** `2026-11` */
  readonly epoch: string;
  /** The key that signs this epoch's tokens, blindly: SPKI in base64. */
  readonly blindKey: string;
  /** Everybody who was given a token, by the name on the roll, sorted. */
  readonly issuedTo: readonly string[];
}

export interface SignedStatement {
  readonly statement: Statement;
  readonly signature: string;
}

/** The most names that a statement may have. */
const MOST_NAMES = 100_000;

const textOf = ({ organisation, epoch, blindKey, issuedTo }: Statement) =>
  utf8(JSON.stringify(['folkmoot/issuer/1', organisation, epoch, blindKey, issuedTo]));

export async function signStatement(keys: KeyPair, statement: Statement): Promise<SignedStatement> {
  return { statement, signature: await signText(keys, textOf(statement)) };
}

/** What an issuer said of an epoch, if it is that issuer's own word about that very epoch; else `null`. */
export async function readStatement(issuer: Issuer, epoch: string, said: string): Promise<Statement | null> {
  const signed = parse(said);
  if (signed === null) return null;
  const { statement, signature } = signed;
  if (statement.organisation !== issuer.organisation || statement.epoch !== epoch) return null;
  if (new Set(statement.issuedTo).size !== statement.issuedTo.length) return null;
  return (await isSigned(issuer.key, textOf(statement), signature)) ? statement : null;
}

function parse(said: string): SignedStatement | null {
  try {
    const { statement, signature } = JSON.parse(said) as Partial<SignedStatement>;
    const { organisation, epoch, blindKey, issuedTo } = statement ?? {};
    const texts = [organisation, epoch, blindKey, signature].every((one) => typeof one === 'string');
    if (!texts || !Array.isArray(issuedTo) || issuedTo.length > MOST_NAMES) return null;
    if (!issuedTo.every((name) => typeof name === 'string')) return null;
    return { statement: { organisation, epoch, blindKey, issuedTo } as Statement, signature: String(signature) };
  } catch {
    return null;
  }
}
