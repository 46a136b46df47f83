import type { House } from '../actions/house.ts';
import { noticeId } from '../actions/tell.ts';
import { isDue } from '../community/notebook/note.ts';
import { toldAs } from '../community/said.ts';
import { createLoop, type Loop, SHORT_REST_MS } from '../loop.ts';

type Needs = Pick<House, 'lookBackNotices' | 'notes' | 'notices' | 'clock' | 'log' | 'wake'>;

const LOOK_EVERY_MS = 2000;
const AT_A_TIME = 50;

/** Nothing of the note stands in it: a notice goes to apps and through push services. */
const TEXT = 'You wanted to look back at something. It stands at the top of your notebook.';

/**
 * Tells people that the time has come to look back at a note, where they asked to be told: nobody but each of them, and
 * only if the note still says so. What is due is looked for, so that a restart changes nothing.
 */
export function createLookingBack(house: Needs): Loop {
  return createLoop({
    async look() {
      const due = await house.lookBackNotices.due(house.clock.now(), AT_A_TIME);
      for (const { person, note, at } of due) {
        const kept = await house.notes.get(person, note);
        if (kept?.content.lookBack?.notice && isDue(kept.content, house.clock.now())) {
          const id = noticeId('look-back', person, note, at.toISOString());
          await house.notices.add({
            id,
            to: person,
            from: person,
            kind: 'look-back',
            ...toldAs(TEXT),
            link: '/notebook',
            at: house.clock.now(),
          });
        }
        await house.lookBackNotices.remove(person, [note]);
      }
      return due.length === AT_A_TIME;
    },
    everyMs: LOOK_EVERY_MS,
    restMs: SHORT_REST_MS,
    onFault: (cause) => house.log.error({ err: cause }, 'the look for what is to be looked back at failed'),
  });
}
