import { never } from '../../../community/result.ts';
import { timeInWords } from '../../../governance/dates.ts';
import type { EventOf } from '../../../governance/events.ts';
import type { Naming, Tellings, Words } from './naming.ts';

type TextEvent = EventOf<
  | 'alternative-proposed'
  | 'alternative-seconded'
  | 'amendment-taken-over'
  | 'challenge-signed'
  | 'challenge-decided'
  | 'minority-stated'
  | 'minority-signed'
>;

/** What the book says about competing texts, doubts whether a vote kept to the procedure, and what stands against it. */
function textWords(event: TextEvent, name: Naming): Words {
  const proposal = name.proposal(event.proposal);
  switch (event.kind) {
    case 'alternative-proposed':
      return {
        says: [
          name.person(event.by),
          ` put another text, ${event.alternative}, beside `,
          proposal,
          `: “${event.title}”.`,
        ],
        ...(event.secondsNeeded > 0 ? { sub: 'It comes to the vote if another member wants it there' } : {}),
      };
    case 'alternative-seconded':
      return { says: [name.person(event.by), ` wants ${event.alternative} beside `, proposal, ' on the ballot.'] };
    case 'amendment-taken-over':
      return {
        says: [name.person(event.by), ` made ${event.alternative} the text of `, proposal, '.'],
        sub: 'Its seconds stay',
      };
    case 'challenge-signed':
      return {
        says: [name.person(event.by), ' says that the vote on ', proposal, ' did not keep to the procedure.'],
        sub: `${event.opens ? 'The last signature it takes: a jury is asked. ' : ''}“${event.ground}”`,
      };
    case 'challenge-decided':
      return challengeWords(event, proposal);
    case 'minority-stated':
      return {
        says: [name.person(event.by), ' put a minority statement beside the result of ', proposal, '.'],
        sub: `“${event.text}”`,
      };
    case 'minority-signed':
      return {
        says: [name.person(event.by), ` signed minority statement ${event.statement} on `, proposal, '.'],
      };
    default:
      return never(event);
  }
}

function challengeWords(event: EventOf<'challenge-decided'>, proposal: ReturnType<Naming['proposal']>): Words {
  const { kept, hung, jury, inForceFrom } = event;
  if (!kept) {
    return {
      says: [proposal, ' is ', { strong: 'void' }, ': the vote did not keep to the procedure.'],
      ...(jury === undefined ? {} : { sub: `Found by jury ${jury}` }),
    };
  }
  const found =
    jury === undefined ? 'No jury answered in time' : `${hung ? 'No agreement in' : 'Found by'} jury ${jury}`;
  return {
    says: [proposal, ' stands: nobody has shown that the procedure was not kept.'],
    sub: inForceFrom === undefined ? found : `${found}; takes effect on ${timeInWords(inForceFrom)}`,
  };
}

export const textTellings = {
  'alternative-proposed': textWords,
  'alternative-seconded': textWords,
  'amendment-taken-over': textWords,
  'challenge-signed': textWords,
  'challenge-decided': textWords,
  'minority-stated': textWords,
  'minority-signed': textWords,
} as const satisfies Tellings<TextEvent>;
