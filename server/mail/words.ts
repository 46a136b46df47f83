import { LETTERS } from '../../views/words/letters.ts';
import { LETTERS_BELONGING } from '../../views/words/letters-belonging.ts';
import type { Say } from '../../views/words/speaking.ts';
import type { EmailAddress } from '../community/email-address.ts';
import type { Letter } from '../ports/mail.ts';

/** What a letter says, and to whom it goes. */
export type Said = Omit<Letter, 'id'>;

/** Whom a letter is to, what it is about, and in which language it speaks. */
interface About {
  readonly host: string;
  readonly to: EmailAddress;
  readonly username: string;
  readonly say: Say;
}

const said = ({ host, to, say }: Omit<About, 'username'>, subject: string, paragraphs: readonly string[]): Said => ({
  to,
  subject: `${subject} (${host})`,
  text: `${paragraphs.join('\n\n')}\n\n-- \n${host}\n${say.text(LETTERS.nobodyReads)}\n`,
});

/** What most messages name. */
const named = ({ host, username }: About) => ({ host, username });

export function confirmWords(
  about: About,
  {
    link,
    hours,
    opens,
  }: { readonly link: string; readonly hours: number; readonly opens: 'account' | 'request' | 'nothing' },
): Said {
  const { text } = about.say;
  const notYou = text(LETTERS.notYou);
  return said(about, text(LETTERS.confirm), [
    text(opens === 'nothing' ? LETTERS.givenFor : LETTERS.askedFor, named(about)),
    text(LETTERS.openToConfirm, { hours: String(hours) }),
    link,
    opens === 'request' ? `${text(LETTERS.thenMember)} ${notYou}` : notYou,
  ]);
}

/** Instead of a link: whoever reads this has an account already, and nobody else learns that. */
export function alreadyYours(about: About & { readonly account: string }): Said {
  const { text } = about.say;
  const { account } = about;
  return said(about, text(LETTERS.already), [
    text(LETTERS.belongsToYours, { ...named(about), account }),
    `${text(LETTERS.signInAs, { account })} ${text(LETTERS.notYou)}`,
  ]);
}

export function resetWords(about: About, { link, minutes }: { readonly link: string; readonly minutes: number }): Said {
  const { text } = about.say;
  return said(about, text(LETTERS.reset), [
    text(LETTERS.askedToReset, named(about)),
    text(LETTERS.openToReset, { minutes: String(minutes) }),
    link,
    `${text(LETTERS.notYou)} ${text(LETTERS.staysAsItIs)}`,
  ]);
}

export function passwordSetWords(about: About): Said {
  const { text } = about.say;
  return said(about, text(LETTERS.passwordSet), [text(LETTERS.setAnew, named(about)), text(LETTERS.setOneYourself)]);
}

export function addressChangedWords(about: About): Said {
  const { text } = about.say;
  return said(about, text(LETTERS.addressChanged), [
    text(LETTERS.hasAnother, named(about)),
    text(LETTERS.changeAtOnce),
  ]);
}

export function affiliationWords(
  about: About,
  { link, hours, organisation }: { readonly link: string; readonly hours: number; readonly organisation: string },
): Said {
  const { text } = about.say;
  return said(about, text(LETTERS_BELONGING.belong, { organisation }), [
    text(LETTERS_BELONGING.givenToShow, { ...named(about), organisation }),
    text(LETTERS_BELONGING.openSignedIn, { hours: String(hours), username: about.username }),
    link,
    `${text(LETTERS_BELONGING.notKept)} ${text(LETTERS.notYou)}`,
  ]);
}

export function invitedWords(
  about: About,
  { title, purpose, link }: { readonly title: string; readonly purpose: string; readonly link: string },
): Said {
  const { text } = about.say;
  return said(about, text(LETTERS_BELONGING.invited, { title }), [
    text(LETTERS_BELONGING.invites, { ...named(about), title }),
    purpose,
    text(LETTERS_BELONGING.onItsPage),
    link,
    text(LETTERS_BELONGING.needNotAnswer),
  ]);
}

export function letInWords(about: About & { readonly origin: string }): Said {
  const { text } = about.say;
  return said(about, text(LETTERS_BELONGING.open), [
    text(LETTERS_BELONGING.letIn, named(about)),
    `${about.origin}/sign-in`,
  ]);
}

export function declinedWords(about: About & { readonly origin: string }): Said {
  const { text } = about.say;
  return said(about, text(LETTERS_BELONGING.notLetIn), [
    text(LETTERS_BELONGING.declined, named(about)),
    `${about.origin}/sign-up`,
  ]);
}
