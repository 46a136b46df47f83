import type { ProposalModel } from '../../../views/pages/proposal.ts';
import { sentenceOf } from '../../community/result.ts';
import { minorityUntil, signMinority, stateMinority } from '../../governance/proposals/minority.ts';
import type { ProposalFacts } from './proposal.ts';

/** What stands against a result, and what the viewer may do about it; nothing where there is none and none can come. */
export function minorityModel(facts: ProposalFacts): Pick<ProposalModel, 'minority'> {
  const { proposal, nameOf, pages, handle, viewer, state, now, vote, objection } = facts;
  const until = minorityUntil(proposal);
  const statements = proposal.minority ?? [];
  const isOpen = until !== null && now < until;
  if (!isOpen && statements.length === 0 && objection === undefined) return {};
  // On a roll that is not the pinned one nobody signs; that is told of where one votes.
  const ask =
    viewer === null || !isOpen || vote.roll?.root !== proposal.pinned?.rollRoot
      ? null
      : { state, proposal: proposal.id, by: viewer, roll: vote.roll, now };
  const write = ask && stateMinority({ ...ask, text: 'as a trial' });
  return {
    minority: {
      path: pages.proposal(handle, proposal.id),
      statements: statements.map(({ by, text, signatures }, at) => ({
        author: nameOf(by),
        text,
        signatures: signatures.map(nameOf),
        maySign: ask !== null && signMinority({ ...ask, statement: at + 1 }).ok,
      })),
      ...(isOpen
        ? {
            open: {
              until,
              viewer: {
                may: write?.ok === true,
                ...(write?.ok === false ? { why: sentenceOf(write.refusal) } : {}),
                ...(viewer === null ? { ask: proposal.id } : {}),
              },
            },
          }
        : {}),
      ...(objection === undefined ? {} : { form: objection }),
    },
  };
}
