import type { EmailAddress } from '../community/email-address.ts';
import type { Letter } from '../ports/mail.ts';

/** What a letter says, and to whom it goes. */
export type Said = Omit<Letter, 'id'>;

interface About {
  readonly host: string;
  readonly to: EmailAddress;
  readonly username: string;
}

const said = ({ host, to }: Pick<About, 'host' | 'to'>, subject: string, paragraphs: readonly string[]): Said => ({
  to,
  subject: `${subject} (${host})`,
  text: `${paragraphs.join('\n\n')}\n\n-- \n${host}\nNobody reads what is sent back to this address.\n`,
});

const NOT_YOU = 'If it was not you, do nothing.';

export const confirmWords = (
  about: About,
  {
    link,
    hours,
    opens,
  }: { readonly link: string; readonly hours: number; readonly opens: 'account' | 'request' | 'nothing' },
): Said =>
  said(about, 'Confirm your e-mail address', [
    opens === 'nothing'
      ? `This address was given for the account ${about.username} on ${about.host}.`
      : `Somebody asked for the account ${about.username} on ${about.host} with this address.`,
    `If it was you, open this link and confirm it, within ${hours} hours:`,
    link,
    opens === 'request' ? `Then a member reads why you would like an account, and lets you in. ${NOT_YOU}` : NOT_YOU,
  ]);

/** Instead of a link: whoever reads this has an account already, and nobody else learns that. */
export const alreadyYours = (about: About & { readonly account: string }): Said =>
  said(about, 'You have an account already', [
    `Somebody gave this address for the account ${about.username} on ${about.host}. But it belongs to your account ${about.account} there.`,
    `If it was you, sign in as ${about.account}, or give another address. ${NOT_YOU}`,
  ]);

export const resetWords = (
  about: About,
  { link, minutes }: { readonly link: string; readonly minutes: number },
): Said =>
  said(about, 'A new password', [
    `Somebody asked to set a new password for your account ${about.username} on ${about.host}.`,
    `If it was you, open this link within ${minutes} minutes. It works once:`,
    link,
    `${NOT_YOU} Your password stays as it is.`,
  ]);

export const passwordSetWords = (about: About): Said =>
  said(about, 'Your password was set', [
    `The password of your account ${about.username} on ${about.host} was set anew. Everybody who was signed in is signed out.`,
    'If it was not you, set a new one yourself: on the page where you sign in, choose “Forgot your password?”.',
  ]);

export const addressChangedWords = (about: About): Said =>
  said(about, 'Your e-mail address was changed', [
    `Your account ${about.username} on ${about.host} has another e-mail address now. Letters no longer come here.`,
    'If it was not you, change your password at once if you still can, and ask whoever runs the server for help.',
  ]);

export const affiliationWords = (
  about: About,
  { link, hours, organisation }: { readonly link: string; readonly hours: number; readonly organisation: string },
): Said =>
  said(about, `Show that you belong to ${organisation}`, [
    `This address was given for the account ${about.username} on ${about.host}, to show that whoever has it belongs to ${organisation}.`,
    `If it was you, open this link within ${hours} hours, signed in as ${about.username}:`,
    link,
    `We do not keep this address. ${NOT_YOU}`,
  ]);

export const invitedWords = (
  about: About,
  { title, purpose, link }: { readonly title: string; readonly purpose: string; readonly link: string },
): Said =>
  said(about, `You are invited to ${title}`, [
    `${about.username} invites you to ${title}, a community on ${about.host}:`,
    purpose,
    'Who can read there, and how it decides, stands on its page. If you like, join by this link:',
    link,
    'You need not answer. No account was made for you, and we do not keep this address.',
  ]);

export const letInWords = (about: About & { readonly origin: string }): Said =>
  said(about, 'Your account is open', [
    `A member has let you in: your account ${about.username} on ${about.host} is open. Sign in with the name and the password you chose:`,
    `${about.origin}/sign-in`,
  ]);

export const declinedWords = (about: About & { readonly origin: string }): Said =>
  said(about, 'You were not let in', [
    `You asked for the account ${about.username} on ${about.host}. A member has decided not to let you in. You may ask again:`,
    `${about.origin}/sign-up`,
  ]);
