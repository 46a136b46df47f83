import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { Json } from './api-client.ts';
import { until } from './wait.ts';

interface Where {
  readonly origin: string;
  readonly port: number;
}

/** What came over a stream: the payload is read where it is JSON. */
export interface Heard {
  readonly stream?: readonly string[];
  readonly event: string;
  readonly payload?: Json;
  readonly error?: string;
}

/** An app that listens, over WebSocket or as server-sent events, and keeps what it hears. */
export class Listener {
  readonly heard: Heard[] = [];
  /** Set once it is over: the close code of a WebSocket, 0 for server-sent events. */
  closed: number | undefined;
  readonly #close: () => void;
  private socket: WebSocket | undefined;

  private constructor(close: () => void) {
    this.#close = close;
  }

  /** Connects by WebSocket; throws with the status where that is refused. */
  static socket(
    { origin, port }: Where,
    query = '',
    { protocol, headers = {} }: { protocol?: string; headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Listener> {
    const url = `ws://127.0.0.1:${port}/api/v1/streaming${query}`;
    const all = { Host: new URL(origin).host, ...headers };
    const socket = new WebSocket(url, protocol === undefined ? [] : [protocol], { headers: all });
    const listener = new Listener(() => socket.close());
    listener.socket = socket;
    socket.on('message', (data) => listener.heard.push(read(JSON.parse(String(data)))));
    socket.on('close', (code) => {
      listener.closed = code;
    });
    return new Promise((resolve, reject) => {
      socket.on('open', () => resolve(listener));
      socket.on('unexpected-response', (_request: ClientRequest, { statusCode }: IncomingMessage) =>
        reject(new Error(`refused with ${statusCode}`)),
      );
      socket.on('error', reject);
    });
  }

  /** Reads server-sent events; throws with the status where that is refused. */
  static events({ origin, port }: Where, path: string, token?: string): Promise<Listener> {
    const headers = {
      Host: new URL(origin).host,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    };
    return new Promise((resolve, reject) => {
      const request = get({ host: '127.0.0.1', port, path: `/api/v1/streaming/${path}`, headers }, (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`refused with ${answer.statusCode}`));
        if (answer.headers['content-type']?.startsWith('text/event-stream') !== true) {
          return reject(new Error(`not a stream: ${answer.headers['content-type']}`));
        }
        const listener = new Listener(() => request.destroy());
        let rest = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => {
          const events = (rest + chunk).split('\n\n');
          rest = events.pop() ?? '';
          for (const event of events) if (event.includes('event: ')) listener.heard.push(readEvent(event));
        });
        answer.on('close', () => {
          listener.closed = 0;
        });
        answer.on('error', () => {});
        resolve(listener);
      });
      request.on('error', reject);
    });
  }

  say(message: unknown): void {
    this.socket?.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Subscribes, and waits until it is done: the error that follows comes after it. */
  async subscribe(stream: string, more: object = {}): Promise<void> {
    const before = this.errors().length;
    this.say({ type: 'subscribe', stream, ...more });
    this.say({ type: 'subscribe', stream: 'no such stream' });
    await until(`${stream} is subscribed`, () => this.errors().length > before);
  }
  errors(): readonly string[] {
    return this.heard.flatMap(({ error }) => error ?? []);
  }

  /** The first thing heard that is so. */
  hears(what: string, isIt: (heard: Heard) => boolean): Promise<Heard> {
    return until(what, () => this.heard.find(isIt));
  }
  /** A post with these words in it, new, changed or told of. */
  hearsOf(words: string, event = 'update'): Promise<Heard> {
    return this.hears(
      `${event} with “${words}”`,
      (heard) => heard.event === event && JSON.stringify(heard.payload).includes(words),
    );
  }
  has(words: string): boolean {
    return JSON.stringify(this.heard).includes(words);
  }

  async isClosed(): Promise<number> {
    await until('the stream is closed', () => this.closed !== undefined);
    return this.closed as number;
  }
  close(): void {
    this.#close();
  }
}

function read(message: Json): Heard {
  const { payload } = message;
  const isJson = typeof payload === 'string' && payload.startsWith('{');
  return { ...message, ...(isJson ? { payload: JSON.parse(payload) } : {}) };
}

function readEvent(text: string): Heard {
  const { 1: event = '' } = /^event: (.*)$/m.exec(text) ?? [];
  const { 1: payload = '' } = /^data: (.*)$/m.exec(text) ?? [];
  return read({ event, payload });
}
