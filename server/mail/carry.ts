import type { Throttle } from '../accounts/throttle.ts';
import type { House } from '../actions/house.ts';
import { mailboxOf } from '../community/email-address.ts';
import { quietUntil } from '../community/quiet-hours.ts';
import type { Mail, Mailer } from '../ports/mail.ts';
import { letterFor } from './letters.ts';

export interface MailParts {
  readonly house: House;
  readonly mailer: Pick<Mailer, 'send'>;
  readonly throttle: Pick<Throttle, 'waitForLetter' | 'giveLetterBack'>;
}

/** Letters that anybody can have sent to anybody. */
const ASKED_BY_ANYBODY: ReadonlySet<Mail['kind']> = new Set(['confirm', 'reset', 'affiliation', 'invited']);

/**
 * Sends a letter, once as far as SMTP allows: a stop between the mail server's yes and the note of it here sends it
 * again, under the same Message-ID. Throws where it is to be tried again later.
 *
 * @param mail `null` where it is settled already
 */
export async function carryOutMail(
  { house, mailer, throttle }: MailParts,
  { mail }: { readonly mail: Mail | null },
): Promise<void> {
  if (mail === null) return;
  const { id, kind } = mail;
  const now = house.clock.now();
  const giveUp = (why: string) => house.mails.settle(id, { givenUpAt: now, why });
  if (mail.until <= now) return giveUp('it could not be sent before it was over');
  if (mail.kind === 'news') {
    const until = quietUntil(await house.quietHours.of(mail.person), now);
    if (until !== null) {
      await house.letterWishes.putOff(mail.person, { since: mail.since, upTo: mail.upTo, dueAt: until });
      return giveUp('it is quiet where she is: what was in it goes into the next one');
    }
  }
  const said = await letterFor(house, mail);
  if (said === null) return giveUp('there is nobody to send it to, or nothing to tell');
  const bucket = `${kind} ${house.emailAddresses.keyOf(mailboxOf(said.to))}`;
  if (ASKED_BY_ANYBODY.has(kind) && (await throttle.waitForLetter(bucket)) !== null) {
    return giveUp('too many letters were asked for to this address');
  }
  const answer = await mailer.send({ id, ...said });
  if (answer.outcome === 'sent') return house.mails.settle(id, { sentAt: now });
  if (ASKED_BY_ANYBODY.has(kind)) await throttle.giveLetterBack(bucket);
  if (answer.outcome === 'never') return giveUp(answer.why);
  throw new Error(answer.why);
}
