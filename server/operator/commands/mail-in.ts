import { buffer } from 'node:stream/consumers';
import { Command } from 'commander';
import { createThrottle } from '../../accounts/throttle.ts';
import { LARGEST_MAIL } from '../../mail/incoming/read.ts';
import { receiveMail } from '../../mail/incoming/receive.ts';
import { CommandFailed, withHouse } from '../session.ts';

/** What mail servers understand of a program that they hand a letter to (sysexits.h). */
const EX_TEMPFAIL = 75;
const EX_NOPERM = 77;
const EX_CONFIG = 78;

/** `folkmoot mail-in` */
export const mailInCommand = (): Command =>
  new Command('mail-in')
    .description(
      'Take in one letter (an answer, or a note to oneself) from standard input, as a mail server hands it over',
    )
    .option('--to <address>', 'the recipient of the envelope; else what the letter says')
    .addHelpText(
      'after',
      '\nExample, in master.cf of Postfix:\n  folkmoot unix - n n - 2 pipe user=folkmoot argv=/usr/bin/npm run --silent --prefix /srv/folkmoot folkmoot -- mail-in --to $original_recipient\n\n' +
        'It ends with 0 where the letter was posted, kept or rightly ignored, with 77 and a sentence for the bounce where it was\n' +
        'refused, and with 75 where it is to be tried again. MAIL_REPLY and MAIL_TRUSTS have to be set.',
    )
    .action(async ({ to }: { readonly to?: string }) => {
      const raw = await buffer(process.stdin);
      const received = await withHouse((house, { mailIn }, db) => {
        if (mailIn === undefined) throw new CommandFailed('MAIL_REPLY and MAIL_TRUSTS are not set.', EX_CONFIG);
        const letter = {
          raw: raw.subarray(0, LARGEST_MAIL + 1),
          trusts: mailIn.trusts,
          throttle: createThrottle({ client: db.client, db }),
        };
        return receiveMail(house, { ...letter, ...(to === undefined ? {} : { to }) });
      }).catch((cause: unknown) => {
        if (cause instanceof CommandFailed && cause.exitCode === EX_CONFIG) throw cause;
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new CommandFailed(`4.3.0 ${why}`, EX_TEMPFAIL);
      });
      // The first word is what mail servers tell each other (RFC 3463).
      if (received.outcome === 'refused') throw new CommandFailed(`5.7.1 ${received.text}`, EX_NOPERM);
    });
