import type { ApiParts } from '../parts.ts';
import type { Client, End } from './client.ts';

/** So often it is looked whether whoever listens may still do so. */
const EVERY_MS = 1500;

/** Looks again and again whether the tokens with which streams were opened still stand. */
export interface Watch {
  start(): void;
  /** Something has ended: look now. */
  look(): void;
  stop(): void;
}

/**
 * Whoever may listen no longer is cut off at once where the news says that access has ended, and within five seconds
 * (AUT-08) whatever becomes of the news: what a database cannot confirm for two rounds is taken to have ended. A token
 * ends with a new password, a ban from the server, when she leaves, and when it is revoked.
 */
export function createWatch({
  house,
  clients,
  end,
}: {
  readonly house: Pick<ApiParts['house'], 'accessTokens' | 'log'>;
  readonly clients: ReadonlySet<Client>;
  readonly end: (some: Iterable<Client>, why: End) => void;
}): Watch {
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let again = false;
  /** Rounds since the last answer. */
  let unconfirmed = 0;

  async function look(): Promise<void> {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      do {
        again = false;
        const asked = [...clients];
        const standing = await house.accessTokens.standing([...new Set(asked.map(({ token }) => token))]);
        unconfirmed = 0;
        end(
          asked.filter(({ token }) => !standing.has(token)),
          'access-ended',
        );
      } while (again);
    } catch (cause) {
      house.log.warn({ err: cause }, 'whether streams may go on could not be looked up');
    } finally {
      looking = false;
    }
  }

  return {
    start() {
      timer ??= setInterval(() => {
        unconfirmed += 1;
        if (unconfirmed > 2) end(clients, 'lost');
        else void look();
      }, EVERY_MS).unref();
    },
    look: () => void look(),
    stop() {
      clearInterval(timer);
      timer = undefined;
      unconfirmed = 0;
    },
  };
}
