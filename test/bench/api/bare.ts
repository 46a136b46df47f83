/**
 * The bare route: what is left of an answer when nothing is decided in it. One indexed read of the same documents from
 * the same engine (or one journalled insert of the same document), and then the same bytes.
 */
import { once } from 'node:events';
import express, { type RequestHandler } from 'express';
import { type Db, type Document, type Filter, MongoClient } from 'mongodb';
import { EMBEDDED_CLIENT } from '../../../server/database/connect.ts';
import { connectToRunningEngine } from '../../../server/database/embedded/engine.ts';
import { INDEXES } from '../../../server/database/indexes.ts';
import { answering } from '../support/answering.ts';

/** What stands in for one of our answers. */
export interface BareRoute {
  readonly what: string;
  readonly collection: string;
  /** What is read; absent where something is written. */
  readonly read?: {
    readonly filter: Filter<Document>;
    readonly sort: Readonly<Record<string, 1 | -1>>;
    readonly limit: number;
  };
  /** What our server answered, and its content type. */
  readonly bytes: string;
  readonly type: string;
}

export interface BarePlan {
  /** Of the server whose engine it reads from. */
  readonly dataDir: string;
  readonly port: number;
  readonly routes: readonly BareRoute[];
}

function reading(db: Db, { collection, read, bytes, type }: BareRoute & { read: NonNullable<BareRoute['read']> }) {
  const body = Buffer.from(bytes);
  const handler: RequestHandler = async (_, response) => {
    const found = await db.collection(collection).find(read.filter).sort(read.sort).limit(read.limit).toArray();
    if (found.length === 0) return void response.status(500).end();
    response.set('Content-Type', type).send(body);
  };
  return handler;
}

async function writing(db: Db, { collection, bytes, type }: BareRoute) {
  const [pattern] = await db.collection(collection).find().sort({ _id: -1 }).limit(1).toArray();
  if (pattern === undefined) throw new Error(`there is nothing in ${collection} yet`);
  const name = `bare_${collection}`;
  await db.collection(name).createIndexes([...(INDEXES[collection] ?? [])]);
  const body = Buffer.from(bytes);
  let count = 0;
  const handler: RequestHandler = async (_, response) => {
    count += 1;
    const _id = `${process.pid}-${count}` as never;
    await db.collection(name).insertOne({ ...pattern, _id, key: `${process.pid}-${count}` }, JOURNALLED);
    response.set('Content-Type', type).send(body);
  };
  return handler;
}

const JOURNALLED = { writeConcern: { w: 1, journal: true } } as const;

let close = async () => {};

answering(
  {
    async open({ dataDir, port, routes }: BarePlan): Promise<void> {
      const uri = await connectToRunningEngine(dataDir);
      if (uri === null) throw new Error('the engine of the server cannot be reached');
      const client = await new MongoClient(uri, EMBEDDED_CLIENT).connect();
      const db = client.db('folkmoot');
      const app = express();
      for (const route of routes) {
        const { read } = route;
        if (read !== undefined) app.get(`/${route.what}`, reading(db, { ...route, read }));
        else app.post(`/${route.what}`, express.json(), await writing(db, route));
      }
      const server = app.listen(port, '127.0.0.1');
      await once(server, 'listening');
      close = async () => {
        server.closeAllConnections();
        for (const { collection, read } of routes) {
          if (read === undefined) await db.collection(`bare_${collection}`).drop();
        }
        await client.close(true);
      };
    },
  },
  () => close(),
);
