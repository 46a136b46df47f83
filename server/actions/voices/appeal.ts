import type { CaseId, CommunityIri } from '../../community/ids.ts';
import { type Result, refused } from '../../community/result.ts';
import { isSigned } from '../../governance/secret/crypto/keys.ts';
import { type Contested, textOfContested } from '../../governance/voices/said.ts';
import { iriOf } from '../../governance/voices/voice.ts';
import { fileAppeal } from '../cases.ts';
import type { House } from '../house.ts';
import { voiceId } from './redeem.ts';

type Needs = Parameters<typeof fileAppeal>[0] & Pick<House, 'voices'>;

export interface Contesting extends Contested {
  readonly community: CommunityIri;
  readonly signature: string;
}

/**
 * A voice that was sanctioned asks a fresh jury to look at it again, by the key that it speaks with: who she is stays as
 * unknown as it was. It need not be allowed to speak for that. Nothing of this is logged but the appeal itself, which
 * stands in the record like any other.
 */
export async function appealUnnamed(house: Needs, contesting: Contesting): Promise<Result<unknown>> {
  const { community, token, words, signature } = contesting;
  const voice = await house.voices.byId(voiceId(community, token));
  if (voice === null) return refused('no-such-voice', 'No token was spent here for this voice, or the voice is over.');
  if (!(await isSigned(token, textOfContested(contesting), signature))) {
    return refused('bad-signature', 'What was said is not signed by this voice’s key. Send it again.');
  }
  return fileAppeal(house, { community, case: contesting.case as CaseId, by: iriOf(voice), words });
}
