import type { Request } from 'express';
import type { House } from '../actions/house.ts';
import type { Result } from '../community/result.ts';
import { type NotProven, type Proof, provePassword } from './prove.ts';
import { checkCode } from './second-factor.ts';
import type { Throttle } from './throttle.ts';

declare module 'express-session' {
  interface SessionData {
    /** Until when it counts that she has shown, in this browser, that it is she. ISO 8601. */
    confirmed: string;
  }
}

const TEN_MINUTES_MS = 10 * 60_000;

/** Whoever sits at this browser has just shown who she is, by more than its session. It ends with the session. */
export function keepConfirmed(request: Request): void {
  request.session.confirmed = new Date(Date.now() + TEN_MINUTES_MS).toISOString();
}

export function isConfirmed(request: Request): boolean {
  const { confirmed } = request.session;
  return confirmed !== undefined && new Date(confirmed) > new Date();
}

/**
 * By her password and, where one is asked for at sign-in, a code: who could add a passkey with less would have a way
 * around the code.
 */
export async function confirmByPassword(
  house: Pick<House, 'credentials' | 'secondFactors'> & { readonly throttle: Throttle; readonly wall: () => Date },
  { code, ...proof }: Proof & { readonly code: string },
): Promise<Result<null, NotProven | 'wrong-code'>> {
  const proven = await provePassword(house, proof);
  return proven.ok ? checkCode(house, { person: proof.person, code }) : proven;
}
