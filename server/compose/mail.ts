import type { Throttle } from '../accounts/throttle.ts';
import type { House } from '../actions/house.ts';
import type { Config } from '../config.ts';
import { createEffectsWorker, line } from '../effects/worker.ts';
import { carryOutMail } from '../mail/carry.ts';
import { createMailer } from '../mail/smtp.ts';

/** Letters in one worker's hands at once, each on a connection of its own. */
const AT_ONCE = 5;
/** Longer than the mail server may take over one letter: else another worker would send it too. */
const LEASE_MS = 180_000;
const PATIENCE_MS = 3000;
const NEVER_BEGUN = { start() {}, wake() {}, settle: async () => {}, stop: async () => {} };

/** The worker that sends letters by e-mail, apart from all others, since a mail server may be slow; nothing without one. */
export function composeMail({
  config: { smtp, origin, firstRetryMs },
  house,
  throttle,
  wall,
}: {
  readonly config: Pick<Config, 'smtp' | 'origin' | 'firstRetryMs'>;
  readonly house: House;
  readonly throttle: Throttle;
  readonly wall: () => Date;
}): Pick<ReturnType<typeof createEffectsWorker>, 'start' | 'wake' | 'settle' | 'stop'> {
  if (smtp === undefined) return NEVER_BEGUN;
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
    async stop() {
      // What is half said may still be finished; what is not done then is tried again after the next start.
      const patience = setTimeout(mailer.close, PATIENCE_MS);
      await worker.stop();
      clearTimeout(patience);
      mailer.close();
    },
  };
}
