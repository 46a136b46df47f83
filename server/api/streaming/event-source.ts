import type { ServerResponse } from 'node:http';
import type { Person } from '../../community/person.ts';
import type { Asking } from '../parts.ts';
import { type Client, LAST_WORDS_MS, MOST_WAITING_BYTES } from './client.ts';
import type { Subscription } from './streams.ts';

interface Parts {
  readonly asking: Asking;
  readonly person: Person;
  readonly subscription: Subscription;
  readonly response: ServerResponse;
}

/** An app that reads server-sent events (HTML standard §9.2): one answer that does not end. */
export function createEventClient({ asking, person, subscription, response }: Parts): Client & { begin(): void } {
  let begun = false;
  function say(text: string): void {
    if (!begun || response.destroyed || response.writableEnded) return;
    response.write(text);
    if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
  }
  return {
    person,
    token: asking.token,
    scopes: asking.scopes,
    subscriptions: new Map([[subscription.key, subscription]]),
    begin() {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        // Proxies would wait until they have collected enough.
        'X-Accel-Buffering': 'no',
      });
      begun = true;
      say(':)\n\n');
    },
    // Where there is nothing to say Mastodon says this word, since an event without data is none.
    send: ({ event, payload = 'undefined' }) => say(`event: ${event}\ndata: ${payload}\n\n`),
    beat: () => say(':thump\n'),
    end() {
      response.end();
      // Who does not read keeps what waits, and the connection, for as long as she likes.
      setTimeout(() => response.destroy(), LAST_WORDS_MS).unref();
    },
  };
}
