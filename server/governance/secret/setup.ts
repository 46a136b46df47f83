import type { PersonIri } from '../../community/ids.ts';

/** What a secret vote rests on; pinned with its text, so that nobody can change it while people vote. */
export interface SecretSetup {
  /** The key that signs ballot papers blindly: RSA, SPKI in base64 (RFC 9474). For this vote alone. */
  readonly issuer: string;
  /** Those to whom ballots are sealed, each with her key for this vote; `machine` where there are no tellers yet. */
  readonly tellers: readonly { readonly teller: PersonIri | 'machine'; readonly key: string }[];
  /** So many of them together open the ballots. */
  readonly threshold: number;
}
