import type { Epoch } from '../../governance/voices/epoch.ts';
import { type Issuer, readStatement, type Statement } from '../../governance/voices/issuer.ts';
import type { House } from '../house.ts';

/** What an issuer is known to have said of an epoch; `null` when nothing of it is known here yet. */
export async function statementOf(
  { voices }: Pick<House, 'voices'>,
  issuer: Issuer,
  epoch: Epoch,
): Promise<Statement | null> {
  const said = await voices.said(issuer, epoch);
  return said === null ? null : readStatement(issuer, epoch, said);
}
