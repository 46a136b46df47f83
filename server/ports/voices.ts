import type { Epoch } from '../governance/voices/epoch.ts';
import type { Issuer } from '../governance/voices/issuer.ts';
import type { Voice } from '../governance/voices/voice.ts';

/** Voices without a name, and what issuers said of their epochs. Nothing here names a person or has a time of arrival. */
export interface Voices {
  byId(id: string): Promise<Voice | null>;
  /** `name-taken`: another voice of that epoch has the name there; `spent`: the token has its voice already. */
  add(voice: Voice): Promise<'added' | 'spent' | 'name-taken'>;
  /** What an issuer last said of an epoch, as it was received. */
  said(issuer: Pick<Issuer, 'key'>, epoch: Epoch): Promise<string | null>;
  keepSaid(issuer: Pick<Issuer, 'key'>, epoch: Epoch, said: string): Promise<void>;
  /** Whether an issuer is to be asked now: once in so long, by one process. */
  claim(issuer: Pick<Issuer, 'key'>, now: Date, before: Date): Promise<boolean>;
  /** Everything of epochs before this one goes: their tokens are not taken any more. */
  forgetBefore(epoch: Epoch): Promise<void>;
}
