import type { webcrypto } from 'node:crypto';
import { createFederation, type Federation } from '@fedify/fedify';
import { Create, Like, Note, Person, PUBLIC_COLLECTION } from '@fedify/fedify/vocab';
import type { PeerDatabase } from './database.ts';
import { sqliteKvStore, sqliteQueue } from './stores.ts';

/** The one user of the peer. */
export const USER = 'bench';
const PAGE_SIZE = 20;

export interface PeerParts {
  readonly db: PeerDatabase;
  readonly origin: string;
  readonly keys: webcrypto.CryptoKeyPair;
  /** What went wrong while activities were taken in. */
  readonly faults: string[];
}

function serveActor(federation: Federation<void>, { keys }: PeerParts): void {
  federation
    .setActorDispatcher('/users/{identifier}', async (ctx, identifier) => {
      if (identifier !== USER) return null;
      const [key] = await ctx.getActorKeyPairs(identifier);
      return new Person({
        id: ctx.getActorUri(identifier),
        preferredUsername: identifier,
        name: 'Bench',
        inbox: ctx.getInboxUri(identifier),
        outbox: ctx.getOutboxUri(identifier),
        publicKey: key?.cryptographicKey ?? null,
      });
    })
    .setKeyPairsDispatcher((_ctx, identifier) => (identifier === USER ? [keys] : []));
}

/** A post of the user's own, as it is sent and listed; undated, because Node has no Temporal to date it with. */
export function createOf(origin: string, id: number, content: string): Create {
  const actor = new URL(`${origin}/users/${USER}`);
  const note = new URL(`${actor.href}/posts/${id}`);
  return new Create({
    id: new URL(`${note.href}#create`),
    actor,
    to: PUBLIC_COLLECTION,
    object: new Note({ id: note, attribution: actor, to: PUBLIC_COLLECTION, content }),
  });
}

function serveOutbox(federation: Federation<void>, { db, origin }: PeerParts): void {
  const page = db.prepare('SELECT id, content FROM posts ORDER BY id DESC LIMIT ? OFFSET ?');
  const count = db.prepare('SELECT count(*) AS posts FROM posts');
  federation
    .setOutboxDispatcher('/users/{identifier}/outbox', (_ctx, identifier, cursor) => {
      if (identifier !== USER || cursor === null) return null;
      const offset = Number(cursor);
      const found = page.all(PAGE_SIZE, offset);
      const items = found.map((post) => createOf(origin, Number(post.id), String(post.content)));
      return { items, nextCursor: found.length < PAGE_SIZE ? null : String(offset + PAGE_SIZE) };
    })
    .setFirstCursor(() => '0')
    .setCounter(() => Number(count.get()?.posts));
}

function listen(federation: Federation<void>, { db, faults }: PeerParts): void {
  const addNote = db.prepare('INSERT OR IGNORE INTO notes (id, author, parent, content) VALUES (?, ?, ?, ?)');
  const addVote = db.prepare('INSERT OR IGNORE INTO votes (voter, question, choice) VALUES (?, ?, ?)');
  const addLike = db.prepare('INSERT OR IGNORE INTO likes (id, actor, object) VALUES (?, ?, ?)');
  federation
    .setInboxListeners('/users/{identifier}/inbox', '/inbox')
    .on(Create, async (ctx, create) => {
      const note = await create.getObject(ctx);
      const { actorId: actor } = create;
      if (!(note instanceof Note) || note.id === null || actor === null || note.attributionId?.href !== actor.href)
        return;
      const [id, parent] = [note.id.href, note.replyTargetId?.href ?? null];
      const [name, content] = [note.name, note.content];
      if (content === null && name !== null && parent !== null) {
        await db.write(() => void addVote.run(actor.href, parent, name.toString()));
      } else {
        await db.write(() => void addNote.run(id, actor.href, parent, content?.toString() ?? ''));
      }
    })
    .on(Like, async (_ctx, { id, actorId, objectId }) => {
      if (id === null || actorId === null || objectId === null) return;
      await db.write(() => void addLike.run(id.href, actorId.href, objectId.href));
    })
    .onError((_ctx, error) => {
      faults.push(error.stack ?? error.message);
    });
}

/** A server on Fedify as its manual has it, on a durable store, over plain http on loopback. */
export function buildPeer(parts: PeerParts): Federation<void> {
  const { db, origin } = parts;
  const federation = createFederation<void>({
    kv: sqliteKvStore(db),
    queue: {
      inbox: sqliteQueue(db, 'inbox', 10),
      outbox: sqliteQueue(db, 'outbox', 50),
      fanout: sqliteQueue(db, 'fanout', 5),
    },
    origin,
    allowPrivateAddress: true,
    firstKnock: 'draft-cavage-http-signatures-12',
  });
  serveActor(federation, parts);
  serveOutbox(federation, parts);
  listen(federation, parts);
  return federation;
}
