import type { Request } from 'express';
import type { ProofAsked } from '../../views/parts/proof.ts';
import { isConfirmed } from '../accounts/confirmed.ts';
import type { Proof } from '../accounts/prove.ts';
import type { Refusal } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import type { Sentence } from '../community/said.ts';
import type { PagesParts } from './context.ts';
import { field, requireViewer } from './context.ts';

/** What shows that whoever sits at a browser that is signed in is she: the password in a form, or what she showed before. */
export const proofIn = (request: Request, name = 'password'): Proof => ({
  person: requireViewer(request),
  password: field(request, name),
  address: request.ip ?? '',
  confirmed: isConfirmed(request),
});

/** How a form is to ask for it. */
export async function proofAsked({ house }: PagesParts, request: Request): Promise<ProofAsked> {
  const { password } = await house.waysIn.of(requireViewer(request).iri);
  if (password) return 'password';
  return isConfirmed(request) ? 'shown' : 'not-shown';
}

/** A form that was not proven, at the field that it is about. */
export function proofErrors(refusal: Refusal): {
  readonly values: Readonly<Record<string, never>>;
  readonly errors: Readonly<Partial<Record<'password' | 'code', Sentence>>>;
  readonly error?: Sentence;
} {
  const { code } = refusal;
  const text = sentenceOf(refusal);
  if (code === 'not-confirmed') return { values: {}, errors: {}, error: text };
  return { values: {}, errors: { [code === 'wrong-code' ? 'code' : 'password']: text } };
}

/** How a form that was not proven is answered. */
export const statusOf = (code: string): 422 | 429 => (code === 'too-often' ? 429 : 422);
