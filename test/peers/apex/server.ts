import type { EventEmitter } from 'node:events';
import ActivitypubExpress from 'activitypub-express';
import express, { type Express, type RequestHandler } from 'express';
import type { Db } from 'mongodb';
import { ACTING_AS } from './acting-as.ts';
import type { ApexPackage, TakenIn } from './apex-package.ts';
import { answerControl } from './control.ts';
import { asDriver4 } from './driver.ts';
import type { Health } from './wire.ts';

const ROUTES = {
  actor: '/u/:actor',
  object: '/o/:id',
  activity: '/s/:id',
  inbox: '/u/:actor/inbox',
  outbox: '/u/:actor/outbox',
  followers: '/u/:actor/followers',
  following: '/u/:actor/following',
  liked: '/u/:actor/liked',
  collections: '/u/:actor/c/:id',
  blocked: '/u/:actor/blocked',
  rejections: '/u/:actor/rejections',
  rejected: '/u/:actor/rejected',
  shares: '/s/:id/shares',
  likes: '/s/:id/likes',
};

export interface ApexServerParts {
  readonly origin: string;
  readonly db: Db;
  readonly people: readonly string[];
  readonly groups: readonly string[];
}

/** A server on activitypub-express as its README builds one: its own chains, store, queue and signatures. */
export async function buildServer({ origin, db, people, groups }: ApexServerParts): Promise<Express> {
  const health: Health = { ok: true, arrived: [], deliveries: [], complaints: [] };
  const apex = ActivitypubExpress({
    baseUrl: origin,
    name: 'neighbour',
    version: '1.0.0',
    openRegistrations: false,
    nodeInfoMetadata: {},
    actorParam: 'actor',
    objectParam: 'id',
    itemsPerPage: 20,
    offlineMode: false,
    logger: listening(health),
    routes: ROUTES,
    // The package makes its own store when it is given none.
    store: undefined as unknown as object,
  }) as unknown as ApexPackage;
  apex.store.db = asDriver4(db);
  await apex.store.setup();
  const actors = [...people.map((name) => [name, 'Person']), ...groups.map((name) => [name, 'Group'])];
  await Promise.all(actors.map(([name = '', type = '']) => settle(apex, name, type)));
  keepGoing(apex, health);
  return mount(apex, health);
}

const OFTEN_MS = 200;

/**
 * What an app has to do for the package: what it queues while it finds its queue empty waits for the next activity
 * (security.md A18), and rejections that it does not handle would end the process (A17, A33).
 */
function keepGoing(apex: ApexPackage, health: Health): void {
  process.on('unhandledRejection', complain(health));
  setInterval(() => void apex.startDelivery()?.catch(complain(health)), OFTEN_MS).unref();
}

async function settle(apex: ApexPackage, name: string, type: string): Promise<void> {
  const actor = await apex.createActor(name, name, `${name} lives at a naive server.`, undefined, type);
  await apex.store.saveObject(actor);
}

function mount(apex: ApexPackage, health: Health): Express {
  const app = express();
  app.use(
    express.json({ type: [...apex.consts.jsonldTypes, 'application/json'], limit: '1mb' }),
    express.urlencoded({ extended: true }),
    apex as RequestHandler,
    signedIn,
  );
  app.use(noteArrivals(health));
  for (const route of ['inbox', 'outbox'] as const) {
    app
      .route(ROUTES[route])
      .get(apex.net[route]?.get ?? [])
      .post(apex.net[route]?.post ?? []);
  }
  for (const route of ['actor', 'followers', 'following', 'liked', 'object', 'shares', 'likes'] as const) {
    app.get(ROUTES[route], apex.net[route]?.get ?? []);
  }
  app.get(ROUTES.activity, apex.net.activityStream?.get ?? []);
  app.get('/.well-known/webfinger', apex.net.webfinger?.get ?? []);
  app.get('/.well-known/nodeinfo', apex.net.nodeInfoLocation?.get ?? []);
  app.get('/nodeinfo/:version', apex.net.nodeInfo?.get ?? []);
  app.use('/control', answerControl(apex, health));
  (app as EventEmitter).on('apex-inbox', (message: TakenIn) => void attend(apex, message).catch(complain(health)));
  return app;
}

const signedIn: RequestHandler = (request, _response, next) => {
  const username = request.get(ACTING_AS);
  if (username !== undefined) Object.assign(request, { user: { username } });
  next();
};

/** What such an app adds to the package: whoever follows is accepted, and a Group passes on what it is sent. */
async function attend(apex: ApexPackage, { actor, activity, recipient }: TakenIn): Promise<void> {
  if (activity.type === 'Follow') {
    const accept = await apex.buildActivity('Accept', recipient.id, actor.id, { object: activity.id });
    const { postTask } = await apex.acceptFollow(recipient, activity);
    await apex.addToOutbox(recipient, accept);
    await postTask();
  }
  if (activity.type === 'Create' && recipient.type === 'Group') {
    const to = [recipient.followers[0], 'as:Public'];
    const share = await apex.buildActivity('Announce', recipient.id, to, { object: activity.id, cc: actor.id });
    await apex.addToOutbox(recipient, share);
  }
}

/** Every POST to an inbox with the package's answer, as other servers see it. */
function noteArrivals({ arrived }: Health): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'POST' || !request.path.endsWith('/inbox')) return next();
    const { type, id } = Object(request.body) as { type?: unknown; id?: unknown };
    response.on('finish', () =>
      arrived.push({ path: request.path, type: String(type), id: String(id), status: response.statusCode }),
    );
    next();
  };
}

/** The package's own log is the only place where it says what became of a delivery. */
function listening({ deliveries, complaints }: Health) {
  const complaining = (...parts: unknown[]) => void complaints.push(parts.map(String).join(' '));
  return {
    info(...[what, inbox, status]: unknown[]) {
      if (what === 'delivery:') deliveries.push({ inbox: String(inbox), status: Number(status) });
    },
    warn: complaining,
    error: complaining,
  };
}

const complain =
  ({ complaints }: Health) =>
  (cause: unknown): void =>
    void complaints.push(String(cause));
