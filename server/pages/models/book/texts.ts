import { BOOK_PROPOSALS } from '../../../../views/words/book-proposals.ts';
import { never } from '../../../community/result.ts';
import type { EventOf } from '../../../governance/events.ts';
import { at, joined, type Naming, type Tellings, text, told, type Words } from './naming.ts';

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
    case 'alternative-proposed': {
      const { alternative, title } = event;
      return {
        says: told(name, BOOK_PROPOSALS.beside, { by: name.person(event.by), alternative, proposal, title }),
        ...(event.secondsNeeded > 0 ? { sub: text(name, BOOK_PROPOSALS.ifAnother) } : {}),
      };
    }
    case 'alternative-seconded': {
      const { alternative } = event;
      return { says: told(name, BOOK_PROPOSALS.besideSeconded, { by: name.person(event.by), alternative, proposal }) };
    }
    case 'amendment-taken-over': {
      const { alternative } = event;
      return {
        says: told(name, BOOK_PROPOSALS.takenOver, { by: name.person(event.by), alternative, proposal }),
        sub: text(name, BOOK_PROPOSALS.secondsStay),
      };
    }
    case 'challenge-signed':
      return {
        says: told(name, BOOK_PROPOSALS.doubted, { by: name.person(event.by), proposal }),
        sub: text(name, event.opens ? BOOK_PROPOSALS.lastGround : BOOK_PROPOSALS.ground, { ground: event.ground }),
      };
    case 'challenge-decided':
      return challengeWords(event, name);
    case 'minority-stated':
      return {
        says: told(name, BOOK_PROPOSALS.minority, { by: name.person(event.by), proposal }),
        sub: text(name, BOOK_PROPOSALS.ground, { ground: event.text }),
      };
    case 'minority-signed': {
      const { statement } = event;
      return { says: told(name, BOOK_PROPOSALS.minoritySigned, { by: name.person(event.by), statement, proposal }) };
    }
    default:
      return never(event);
  }
}

function challengeWords(event: EventOf<'challenge-decided'>, name: Naming): Words {
  const { kept, hung, jury, inForceFrom } = event;
  const proposal = name.proposal(event.proposal);
  if (!kept) {
    return {
      says: told(name, BOOK_PROPOSALS.isVoid, { proposal }),
      ...(jury === undefined ? {} : { sub: text(name, BOOK_PROPOSALS.foundBy, { jury }) }),
    };
  }
  const found =
    jury === undefined
      ? text(name, BOOK_PROPOSALS.noJury)
      : text(name, hung ? BOOK_PROPOSALS.noAgreement : BOOK_PROPOSALS.foundBy, { jury });
  const then = inForceFrom === undefined ? [] : [text(name, BOOK_PROPOSALS.effect, { time: at(name, inForceFrom) })];
  return { says: told(name, BOOK_PROPOSALS.stands, { proposal }), sub: joined(name, [found, ...then]) };
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
