import { createHash } from 'node:crypto';
import { CAPTURE_MAIL } from '../../../views/words/capture-mail.ts';
import type { Say } from '../../../views/words/speaking.ts';
import type { Throttle } from '../../accounts/throttle.ts';
import type { House } from '../../actions/house.ts';
import { addNote } from '../../actions/notebook/notes.ts';
import { letterAsNote } from '../../community/notebook/letter.ts';
import { numberAt } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import { speakerFor } from '../language.ts';
import { notFromHer } from './proven.ts';
import type { Incoming } from './read.ts';
import type { Received } from './receive.ts';

const DAY_MS = 86_400_000;
/** A letter comes within days, or not at all; one that is handed over again later is not from her now. */
const LATE_DAYS = 7;

const OVER = 'This address takes no letters any more. Make a new one on the page “Keep this”.';
const NOT_HERS =
  'Write from the address that your letters go to: only what comes from there is kept. You can change it under You, Your e-mail address.';
const UNPROVEN =
  'Your letter was not kept, because nothing shows that it is from you: your mail provider’s signature (DKIM, SPF) is missing or wrong. Keep it on the page “Keep this”.';
const LATE = 'Your letter does not say that it was written within the last week, so it was not kept. Send it anew.';
const FLOOD = 'You sent many letters within an hour. Wait an hour, then send this one again.';

const refused = (text: string): Received => ({ outcome: 'refused', text });

/**
 * A letter of somebody's to the address she made for that becomes a note of hers, which nobody else sees. The address
 * says whose; that she wrote it is shown as for answers. The same letter handed over twice is one note.
 */
export async function keepLetter(
  house: House,
  {
    mail,
    address,
    trusts,
    throttle,
  }: {
    readonly mail: Incoming;
    readonly address: string;
    readonly trusts: string;
    readonly throttle: Pick<Throttle, 'waitToKeep'>;
  },
): Promise<Received> {
  const person = await whose(house, address);
  if (person === null) return refused(OVER);
  const unproven = await notFromHer(house, person, mail, trusts);
  if (unproven !== null) return refused(unproven === 'not-hers' ? NOT_HERS : UNPROVEN);
  const at = mail.date;
  if (at === undefined || Math.abs(house.clock.now().getTime() - at.getTime()) > LATE_DAYS * DAY_MS) {
    return refused(LATE);
  }
  // Counted only once it is hers: nobody else keeps her from it.
  if ((await throttle.waitToKeep(person.username)) !== null) return refused(FLOOD);
  const { cut, ...said } = letterAsNote(mail);
  const left = leftOut(await speakerFor(house, person.iri), { files: mail.files, cut });
  const once = createHash('sha256').update([mail.messageId || mail.whole, address.toLowerCase()].join('\n'));
  const added = await addNote(house, {
    by: person.iri,
    id: numberAt(at, once.digest('base64url')).toString(),
    said: { ...said, text: [said.text, ...left].filter((part) => part !== '').join('\n\n') },
  });
  return added.ok ? { outcome: 'kept' } : refused(added.refusal.text);
}

async function whose(house: House, address: string): Promise<Person | null> {
  const right = house.replyAddresses?.readCapture(address) ?? null;
  const person = right && (await house.people.byNumber(right.person));
  if (person === null || person.home !== 'here' || person.goneAt !== undefined) return null;
  const epoch = await house.captureAddresses.of(person.iri);
  return epoch !== null && right?.isOf(epoch) ? person : null;
}

/** What of it is not in the note, said in her language. */
const leftOut = (say: Say, { files, cut }: { readonly files: number; readonly cut: boolean }): readonly string[] => [
  ...(cut ? [say.text(CAPTURE_MAIL.cut)] : []),
  ...(files > 0 ? [say.text(CAPTURE_MAIL.filesLeft, { count: files })] : []),
];
