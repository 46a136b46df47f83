import type { PetitionModel } from '../../../views/pages/recall.ts';
import { EMPTY_FORM, type Form } from '../../../views/parts/field.ts';
import { RECALL } from '../../../views/words/recalls.ts';
import type { Say } from '../../../views/words/speaking.ts';
import { sentenceOf } from '../../community/result.ts';
import { answerPetition, recallAfter, signPetition } from '../../governance/roles/recalls.ts';
import type { Petition } from '../../governance/roles/state.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { RolesFacts } from './roles.ts';

/** A petition as one viewer sees it: what she may do, the decisions themselves are asked. */
export function petitionModel(
  { state, pages, handle, viewer, now, nameOf }: RolesFacts,
  petition: Petition,
  sent?: Form<'text'>,
): Omit<PetitionModel, 'shell' | 'community'> {
  const { id, role, member, reasons, answer, signatures, needed, organisationsNeeded, until } = petition;
  const vote = recallAfter(state, petition);
  const replying = viewer && answerPetition({ state, petition: id, by: viewer, text: '.', now });
  return {
    id,
    path: `${pages.community(handle)}/recalls/${id}`,
    about: nameOf(member),
    role,
    reasons,
    have: signatures.length,
    need: needed,
    organisations: organisationsNeeded,
    until,
    standing: petition.lapsedAt ? 'lapsed' : petition.completedAt ? 'complete' : 'collecting',
    viewer: maySign(),
    ...(answer === undefined ? {} : { answer }),
    ...(vote === undefined ? {} : { vote: { id: vote.id, path: pages.proposal(handle, vote.id) } }),
    ...(replying?.ok
      ? { reply: sent ?? (answer === undefined ? EMPTY_FORM : { values: { text: answer }, errors: {} }) }
      : {}),
  };

  function maySign(): PetitionModel['viewer'] {
    if (viewer === null) return { may: false };
    const asked = signPetition({ state, petition: id, by: viewer, now });
    return asked.ok ? { may: true } : { may: false, why: sentenceOf(asked.refusal) };
  }
}

/** How it goes on after somebody asked for a recall, by the charter in force. */
export function afterAsking({ charter: { parameters } }: CommunityState, say: Say): string {
  return say.text(RECALL.follows, {
    sign: parameters.recallPetitionDays,
    percent: parameters.recallPetitionPercent,
    discuss: parameters.discussionDays,
    vote: parameters.votingDays,
  });
}
