import { createHash } from 'node:crypto';
import type { Throttle } from '../../accounts/throttle.ts';
import type { House } from '../../actions/house.ts';
import { maySee } from '../../actions/may-see.ts';
import { publishPost } from '../../actions/publish-post.ts';
import { ownWords } from '../../community/mail-text.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import type { ReplyRight } from '../../ports/reply-addresses.ts';
import { keepLetter } from './keep.ts';
import { notFromHer } from './proven.ts';
import { LARGEST_MAIL, readMail } from './read.ts';

/** What became of a letter. A sentence for who wrote it goes back to her by her mail server. */
export type Received =
  | { readonly outcome: 'posted'; readonly post: Post }
  /** It is a note of hers now. */
  | { readonly outcome: 'kept' }
  | { readonly outcome: 'ignored'; readonly why: string }
  | { readonly outcome: 'refused'; readonly text: string };

export const refusedWith = (text: string): Received => ({ outcome: 'refused', text });

const OVER = 'This address takes no answers any more. Answer on the page of the thread, or to a newer letter.';
const NOT_HERS =
  'Write from the address that your letters go to: answers are taken from there alone. You can change it under You, Your e-mail address.';
const UNPROVEN =
  'Your answer was not posted, because nothing shows that it is from you: your mail provider’s signature (DKIM, SPF) is missing or wrong. Answer on the page of the thread.';
const TOO_LARGE = 'Your answer is too large. Send it as text, without files.';
const UNREADABLE = 'Your answer could not be read. Send it as plain text.';
const EMPTY = 'There is nothing in your answer beside what it quotes. Write above the quoted letter.';

/** A letter as a mail server hands it over. */
export interface HandedOver {
  readonly raw: Uint8Array;
  readonly to?: string;
  readonly trusts: string;
  readonly throttle: Pick<Throttle, 'waitToKeep'>;
}

/**
 * Takes in an answer by e-mail: as the same person, into the same thread, by the same action as from its page. The
 * address it comes to says whose answer to what it is; that she wrote it, her own address and her mail provider's
 * signature show, as the mail server found them that received it.
 *
 * @param to the envelope's recipient, where it is known; else what the letter says
 * @param trusts by which name that mail server says so
 */
export async function receiveMail(house: House, { raw, to, trusts, throttle }: HandedOver): Promise<Received> {
  if (raw.byteLength > LARGEST_MAIL) return refusedWith(TOO_LARGE);
  const mail = await readMail(raw);
  if (mail === null) return refusedWith(UNREADABLE);
  if (mail.byProgram) return { outcome: 'ignored', why: 'a program sent it' };
  const named = to === undefined ? mail.to : [to];
  const own = named.find((one) => house.replyAddresses?.readCapture(one));
  if (own !== undefined) return keepLetter(house, { mail, address: own, trusts, throttle });
  const address = named.find((one) => house.replyAddresses?.read(one));
  const right = address === undefined ? null : (house.replyAddresses?.read(address) ?? null);
  const person = right && (await whoseRight(house, right));
  if (address === undefined || right === null || person === null) return refusedWith(OVER);
  const unproven = await notFromHer(house, person, mail, trusts);
  if (unproven !== null) return refusedWith(unproven === 'not-hers' ? NOT_HERS : UNPROVEN);
  const text = ownWords(mail.text);
  if (text === '') return refusedWith(EMPTY);
  return answer(house, { person, right, text, once: `${mail.messageId || text}\n${address.toLowerCase()}` });
}

/** Who may answer by an address, if it is one of ours and holds. */
async function whoseRight(house: House, right: ReplyRight): Promise<Person | null> {
  const person = await house.people.byNumber(right.person);
  if (person === null || person.home !== 'here' || person.goneAt !== undefined) return null;
  const wish = await house.letterWishes.of(person.iri);
  return wish !== null && right.isOf(wish.epoch) && house.clock.now() < right.until ? person : null;
}

async function answer(
  house: House,
  {
    person,
    right,
    text,
    once,
  }: { readonly person: Person; readonly right: ReplyRight; readonly text: string; readonly once: string },
): Promise<Received> {
  const parent = await house.posts.byKey(right.post);
  if (parent?.community === undefined || !(await maySee(house, parent, person.iri))) {
    return refusedWith('What you answer is not there any more.');
  }
  // The same letter handed over twice is the same post.
  const id = createHash('sha256').update(once).digest('base64url').replaceAll(/[-_]/g, '').slice(0, 24);
  const posted = await publishPost(house, {
    author: person.iri,
    community: parent.community,
    inReplyTo: parent.iri,
    text,
    iri: house.addresses.post(`m${id}`),
  });
  return posted.ok ? { outcome: 'posted', post: posted.value } : refusedWith(posted.refusal.text);
}
