import { deserialize, serialize } from 'node:v8';
import type { KvKey, KvStore, MessageQueue } from '@fedify/fedify';
import type { PeerDatabase } from './database.ts';

/** Fedify's key–value store in SQLite. */
export function sqliteKvStore(db: PeerDatabase): KvStore {
  const get = db.prepare('SELECT value FROM kv WHERE key = ? AND (expires IS NULL OR expires > ?)');
  const put = db.prepare('INSERT OR REPLACE INTO kv (key, value, expires) VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM kv WHERE key = ?');
  const list = db.prepare('SELECT key, value FROM kv WHERE key >= ? AND key < ?');
  const textOf = (key: KvKey) => key.map((part) => `${part}\u0001`).join('');
  return {
    async get<Value>(key: KvKey) {
      const found = get.get(textOf(key), Date.now());
      return found === undefined ? undefined : (deserialize(found.value as Uint8Array) as Value);
    },
    set: (key, value, options) =>
      db.write(() => {
        const expires = options?.ttl === undefined ? null : Date.now() + options.ttl.total('millisecond');
        put.run(textOf(key), serialize(value), expires);
      }),
    delete: (key) => db.write(() => void remove.run(textOf(key))),
    async *list(prefix) {
      const from = prefix === undefined ? '' : textOf(prefix);
      for (const { key, value } of list.all(from, `${from}\uffff`)) {
        const parts = String(key).split('\u0001').slice(0, -1) as [string, ...string[]];
        yield { key: parts, value: deserialize(value as Uint8Array) as unknown };
      }
    },
  };
}

interface Message {
  readonly id: number | bigint;
  readonly message: unknown;
}

/**
 * A queue of Fedify's in SQLite: durable when `enqueue` returns, and gone only when its handler is done. It has its
 * workers inside, not a ParallelMessageQueue around it: that one returns before the handler has ended, and what is
 * taken off the disk then would be lost in a crash.
 */
export function sqliteQueue(db: PeerDatabase, name: string, workers: number): MessageQueue {
  const insert = db.prepare('INSERT INTO queue (queue, message, due) VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM queue WHERE id = ?');
  const all = db.prepare('SELECT id, message, due FROM queue WHERE queue = ? ORDER BY id');
  const ready: Message[] = [];
  const idle: (() => void)[] = [];

  function arrive(message: Message): void {
    ready.push(message);
    idle.shift()?.();
  }
  function plan(message: Message, due: number): void {
    const wait = due - Date.now();
    if (wait <= 0) arrive(message);
    else setTimeout(arrive, wait, message);
  }

  async function enqueueMany(messages: readonly unknown[], delayMs: number): Promise<void> {
    const due = Date.now() + delayMs;
    const kept: Message[] = [];
    await db.write(() => {
      for (const message of messages) {
        const { lastInsertRowid: id } = insert.run(name, JSON.stringify(message), due);
        kept.push({ id, message });
      }
    });
    for (const message of kept) plan(message, due);
  }

  async function work(handler: (message: unknown) => Promise<void> | void, signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted) {
      const next = ready.shift();
      if (next === undefined) {
        await new Promise<void>((resolve) => idle.push(resolve));
        continue;
      }
      await handler(next.message);
      // Not waited for: done twice after a crash is allowed, lost is not.
      void db.write(() => void remove.run(next.id));
    }
  }

  return {
    nativeRetrial: false,
    enqueue: (message, options) => enqueueMany([message], options?.delay?.total('millisecond') ?? 0),
    enqueueMany: (messages, options) => enqueueMany(messages, options?.delay?.total('millisecond') ?? 0),
    async listen(handler, options) {
      for (const { id, message, due } of all.all(name)) {
        plan({ id: id as number, message: JSON.parse(String(message)) }, Number(due));
      }
      await Promise.all(Array.from({ length: workers }, () => work(handler, options?.signal)));
    },
  };
}
