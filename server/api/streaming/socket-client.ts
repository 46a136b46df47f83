import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { Person } from '../../community/person.ts';
import { ApiError } from '../errors.ts';
import type { ApiParts, Asking } from '../parts.ts';
import { type Client, type End, LAST_WORDS_MS, MOST_WAITING_BYTES } from './client.ts';
import { type Subscription, subscriptionFor } from './streams.ts';

const MOST_SUBSCRIPTIONS = 50;
/** So many of an app's wishes wait for one another at the most. */
const MOST_WISHES = 100;
const wish = z.object({
  type: z.enum(['subscribe', 'unsubscribe']),
  stream: z.unknown(),
  tag: z.unknown().optional(),
  list: z.unknown().optional(),
});

/** Close codes (RFC 6455 §7.4.1 and its registry at IANA), and words for the app's log. */
const CODES: Readonly<Record<End, readonly [number, string]>> = {
  'access-ended': [1008, 'This app may act for you no longer'],
  'too-slow': [1013, 'This connection is too slow'],
  'too-many': [1008, 'This asks for too much at once'],
  lost: [1012, 'Something may have been missed: connect again'],
  stopping: [1001, 'This server is stopping'],
};

interface SocketParts {
  readonly house: ApiParts['house'];
  readonly asking: Asking;
  readonly person: Person;
  /** What is listened to from the beginning. */
  readonly first: readonly Subscription[];
  readonly onGone: () => void;
}

/** An app on a WebSocket: subscribes and unsubscribes by messages, each answered by an error or by nothing. */
export function createSocketClient({ house, asking, person, first, onGone }: SocketParts) {
  const subscriptions = new Map(first.map((one) => [one.key, one]));
  let socket: WebSocket | undefined;
  let isAlive = true;
  let wishes = 0;
  let turn = Promise.resolve();

  function say(text: string): void {
    if (socket === undefined || socket.readyState !== socket.OPEN) return;
    socket.send(text);
    if (socket.bufferedAmount > MOST_WAITING_BYTES) cut('too-slow');
  }

  /** Says why it ends, and cuts the connection if that is not answered. */
  function end(why: End): void {
    const ended = socket;
    if (ended === undefined) return;
    ended.close(...CODES[why]);
    setTimeout(() => ended.terminate(), LAST_WORDS_MS).unref();
  }
  /** For who does not read: words would only wait with the others. */
  function cut(why: End): void {
    house.log.info({ why, person: person.username }, 'a stream was cut');
    socket?.terminate();
  }

  async function fulfil(data: RawData): Promise<void> {
    try {
      const { type, ...said } = wish.parse(JSON.parse(String(data)));
      const subscription = await subscriptionFor(house, asking, said);
      if (type === 'unsubscribe') subscriptions.delete(subscription.key);
      else if (subscriptions.size >= MOST_SUBSCRIPTIONS)
        throw new ApiError(429, 'This connection has too many streams.');
      else if (!subscriptions.has(subscription.key)) subscriptions.set(subscription.key, subscription);
    } catch (cause) {
      if (cause instanceof ApiError) say(JSON.stringify({ error: cause.message, status: cause.status }));
      else if (cause instanceof SyntaxError || cause instanceof z.ZodError) say(UNREADABLE);
      else {
        house.log.error({ err: cause }, 'what an app asked of a stream failed');
        say(JSON.stringify({ error: 'This server failed. Try again later.', status: 500 }));
      }
    }
  }

  function open(opened: WebSocket): void {
    socket = opened;
    opened.on('message', (data) => {
      if (wishes >= MOST_WISHES) return end('too-many');
      wishes += 1;
      turn = turn
        .then(() => fulfil(data))
        .then(() => {
          wishes -= 1;
        });
    });
    opened.on('pong', () => {
      isAlive = true;
    });
    // What is not a message of the protocol ends the connection with its own code.
    opened.on('error', () => {});
    opened.on('close', onGone);
  }

  return {
    person,
    token: asking.token,
    scopes: asking.scopes,
    subscriptions,
    open,
    end,
    send: ({ event, payload }, stream) =>
      say(JSON.stringify({ stream, event, ...(payload === undefined ? {} : { payload }) })),
    beat() {
      // Who has not answered the last one is gone.
      if (!isAlive) return socket?.terminate();
      isAlive = false;
      socket?.ping();
    },
  } satisfies Client & { open(socket: WebSocket): void };
}

const UNREADABLE = JSON.stringify({
  error: 'This could not be read. Send {"type":"subscribe","stream":"user"}.',
  status: 400,
});
