import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** One SQLite file whose commits are on disk when they are acknowledged (WAL, synchronous=FULL). */
export interface PeerDatabase {
  prepare(sql: string): StatementSync;
  /** Does it in the next transaction, together with everything else that came meanwhile. Durable when it returns. */
  write(work: () => void): Promise<void>;
  close(): void;
}

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS kv (key TEXT PRIMARY KEY, value BLOB NOT NULL, expires REAL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS queue (id INTEGER PRIMARY KEY, queue TEXT NOT NULL, message TEXT NOT NULL, due REAL NOT NULL);
  CREATE TABLE IF NOT EXISTS notes (id TEXT PRIMARY KEY, author TEXT NOT NULL, parent TEXT, content TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS likes (id TEXT PRIMARY KEY, actor TEXT NOT NULL, object TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS votes (voter TEXT, question TEXT, choice TEXT NOT NULL, PRIMARY KEY (voter, question)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS posts (id INTEGER PRIMARY KEY, content TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS followers (audience TEXT, inbox TEXT, PRIMARY KEY (audience, inbox)) WITHOUT ROWID;
`;

interface Waiting {
  readonly work: () => void;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

export function openDatabase(file: string): PeerDatabase {
  const db = new DatabaseSync(file);
  db.exec(SCHEMA);
  let waiting: Waiting[] = [];

  function commit(): void {
    const batch = waiting;
    waiting = [];
    try {
      db.exec('BEGIN IMMEDIATE');
      for (const { work } of batch) work();
      db.exec('COMMIT');
      for (const { resolve } of batch) resolve();
    } catch (cause) {
      if (db.isTransaction) db.exec('ROLLBACK');
      for (const { reject } of batch) reject(cause);
    }
  }

  return {
    prepare: (sql) => db.prepare(sql),
    write: (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(commit);
        waiting.push({ work, resolve, reject });
      }),
    close: () => db.close(),
  };
}
