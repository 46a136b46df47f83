import type { RequestHandler } from 'express';
import { createReplyAddresses } from '../accounts/reply-addresses.ts';
import type { Throttle } from '../accounts/throttle.ts';
import type { House } from '../actions/house.ts';
import type { Config } from '../config.ts';
import { createNewsLetters } from '../effects/news-letters.ts';
import { createEffectsWorker, line } from '../effects/worker.ts';
import type { Loop } from '../loop.ts';
import { carryOutMail } from '../mail/carry.ts';
import { mailInDoor } from '../mail/incoming/door.ts';
import { createMailer } from '../mail/smtp.ts';
import type { Secrets } from '../secrets.ts';

/** Letters in one worker's hands at once, each on a connection of its own. */
const AT_ONCE = 5;
/** Longer than the mail server may take over one letter: else another worker would send it too. */
const LEASE_MS = 180_000;
const PATIENCE_MS = 3000;
type Worker = Pick<Loop, 'start' | 'wake' | 'settle' | 'stop'>;
const NEVER_BEGUN: Worker = { start() {}, wake() {}, settle: async () => {}, stop: async () => {} };

/** Addresses that answers by e-mail come to, where they are taken. */
export const replyAddressesFor = (
  { mailIn }: Pick<Config, 'mailIn'>,
  secrets: Pick<Secrets, 'replyAddresses'>,
): Pick<House, 'replyAddresses'> =>
  mailIn === undefined ? {} : { replyAddresses: createReplyAddresses(mailIn.mailbox, secrets.replyAddresses) };

/**
 * The worker that sends letters by e-mail, apart from all others, since a mail server may be slow; what puts letters of
 * news into the outbox (`news`); and where answers come in (`door`). Nothing is sent without a mail server.
 */
export function composeMail({
  config: { smtp, mailIn, origin, firstRetryMs },
  house,
  throttle,
  wall,
}: {
  readonly config: Pick<Config, 'smtp' | 'mailIn' | 'origin' | 'firstRetryMs'>;
  readonly house: House;
  readonly throttle: Throttle;
  readonly wall: () => Date;
}): Worker & { readonly news: Worker; readonly door: RequestHandler } {
  const door: RequestHandler =
    mailIn === undefined ? (_request, _response, next) => next() : mailInDoor(house, { ...mailIn, throttle });
  const news = createNewsLetters(house, firstRetryMs === undefined ? {} : { lookEveryMs: firstRetryMs });
  if (smtp === undefined) return { ...NEVER_BEGUN, news: NEVER_BEGUN, door };
  const mailer = createMailer({ ...smtp, name: new URL(origin).hostname });
  const worker = createEffectsWorker({
    lines: [
      line('mails', house.pending.mails, (work) => carryOutMail({ house, mailer, throttle }, work), { inOrder: false }),
    ],
    wall,
    log: house.log,
    mostAtOnce: AT_ONCE,
    leaseMs: LEASE_MS,
    ...(firstRetryMs === undefined ? {} : { firstWaitMs: firstRetryMs }),
  });
  return {
    ...worker,
    news,
    door,
    async stop() {
      // What is half said may still be finished; what is not done then is tried again after the next start.
      const patience = setTimeout(mailer.close, PATIENCE_MS);
      await worker.stop();
      clearTimeout(patience);
      mailer.close();
    },
  };
}
