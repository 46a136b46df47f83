import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { setTimeout as pass } from 'node:timers/promises';
import type { Request } from 'express';
import { createServe } from '../federation/serve/apex.ts';
import { createDocuments } from '../federation/serve/documents.ts';
import { createRequesterOf } from '../federation/signatures/incoming-get.ts';
import { generateKeys } from '../federation/signatures/keys.ts';
import { createCapabilities } from './accounts/capability.ts';
import { forgetApplicants, forgetExpired } from './accounts/expired.ts';
import { createProvider } from './accounts/oauth/provider.ts';
import { createOidc } from './accounts/oidc/desk.ts';
import { createPasskeys } from './accounts/passkeys/desk.ts';
import { hashPassword } from './accounts/passwords.ts';
import { createSignIn } from './accounts/sign-in.ts';
import { doorsHere } from './accounts/sign-up.ts';
import { createThrottle } from './accounts/throttle.ts';
import type { House } from './actions/house.ts';
import { createActions } from './actions/index.ts';
import { createClientToServer } from './api/activitypub/routes.ts';
import type { ApiParts } from './api/parts.ts';
import { isAppPlace } from './api/places.ts';
import { createStreaming } from './api/streaming/index.ts';
import { drivenClock, systemClock } from './clock.ts';
import { createAddresses } from './community/addresses.ts';
import { composeByTime } from './compose/by-time.ts';
import { composeFederation } from './compose/federation.ts';
import { composeFiles } from './compose/files.ts';
import { closeServer, createHttpServer } from './compose/http.ts';
import { composeLookUps } from './compose/look-ups.ts';
import { composeMail, replyAddressesFor } from './compose/mail.ts';
import { composePush } from './compose/push.ts';
import { whenAsked } from './compose/when-asked.ts';
import type { Config } from './config.ts';
import { connectDatabase, type Database, type DatabaseOptions } from './database/connect.ts';
import { ensureIndexes } from './database/indexes.ts';
import { migrate } from './database/migrations.ts';
import { createSealer } from './database/sealing.ts';
import { createCounting, createTakingIn } from './effects/afterwards.ts';
import { hasConsequences } from './effects/entries.ts';
import { purgeFiles } from './effects/files.ts';
import { createImporting } from './effects/importing.ts';
import { createLines } from './effects/index.ts';
import { createMaking } from './effects/making.ts';
import { createProjector } from './effects/projector.ts';
import { createPurge } from './effects/purge.ts';
import { createReleasing } from './effects/releasing.ts';
import { createWitnessing } from './effects/witnessing.ts';
import { createEffectsWorker } from './effects/worker.ts';
import { settleAfterCrowd } from './footprint.ts';
import type { Log } from './log.ts';
import { createPace, STEADY_PACE } from './loop.ts';
import { createOperatorRoutes } from './operator/routes.ts';
import { createApp } from './pages/app.ts';
import { styleHash } from './pages/assets.ts';
import { healthCheck } from './pages/health.ts';
import { mediaRoute } from './pages/media.ts';
import { loadSecrets } from './secrets.ts';
import { createStores, type MongoStores } from './stores/index.ts';
import { VERSION } from './version.ts';

/** So long, at the most, a page waits for what follows from its form: others' effects may never end. */
const SETTLE_MS = 400;

/** A composed server. */
export interface Composed {
  readonly house: House;
  readonly actions: ReturnType<typeof createActions>;
  readonly database: Database;
  /** Proves the operator to the operator's routes. */
  readonly operatorToken: string;
  /** Answers requests; not listening yet. */
  readonly server: Server;
  /** Starts the workers: effects, timers, the inbox, deliveries. */
  startWorkers(): void;
  /** Carries out everything that is due, here: what arrived, what follows from it, what the time brings. */
  settle(): Promise<void>;
  /** Stops everything, in order; what is under way is finished or left to its lease. */
  close(): Promise<void>;
}

type Means = Pick<DatabaseOptions, 'log' | 'onProgress' | 'engine'> & {
  /** In place of what takes the processor long: tests have keys ready, and passwords that need no protection. */
  readonly instead?: Partial<Pick<House, 'newKeyPair' | 'hashPassword'>>;
};

/** The only place that builds the parts and connects them. Throws `DatabaseFailure` when there is no database. */
export async function compose(config: Config, means: Means): Promise<Composed> {
  const { log, onProgress = () => {}, engine } = means;
  const database = await connectDatabase({ ...config, log, onProgress, ...(engine && { engine }) });
  try {
    onProgress('Preparing the database');
    await migrate(database.db);
    await ensureIndexes(database.db);
    return await connectParts(config, database, means);
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

/** The house alone, without web or workers: what the operator's command works in. */
export function openHouse(
  config: Config,
  database: Pick<Database, 'db'>,
  log: Log,
  wake: () => void = () => {},
): House & MongoStores & { readonly endMaking: () => void } {
  const addresses = createAddresses(config.origin);
  const secrets = loadSecrets(config);
  const stores = createStores(database.db, {
    sealer: createSealer(secrets.sealing),
    addresses,
    wall: () => new Date(),
    hasConsequences,
    timeZone: config.timeZone,
  });
  return {
    ...stores,
    clock: config.testClock === undefined ? systemClock : drivenClock(config.testClock),
    addresses,
    log,
    random: (bytes) => randomBytes(bytes).toString('hex'),
    recordKey: secrets.recordKey,
    beaconAddresses: config.drandUrls,
    ...composeFiles(config),
    sendsMail: config.smtp !== undefined,
    newKeyPair: generateKeys,
    hashPassword,
    ...replyAddressesFor(config, secrets),
    capabilities: createCapabilities(secrets.capabilities),
    wake,
  };
}

async function connectParts(config: Config, database: Database, { log, instead }: Means) {
  const pace = database.kind === 'embedded' ? createPace() : STEADY_PACE;
  const wakers: (() => void)[] = [pace.stir];
  const wakeAll = () => void wakers.map((wake) => wake());
  const house = { ...openHouse(config, database, log, wakeAll), ...instead };
  const stores: MongoStores = house;
  if (!(await stores.serverActor.exists())) await stores.serverActor.keep(await house.newKeyPair());
  // The embedded engine is locked to one process, so whoever held claims before is gone.
  if (database.kind === 'embedded') await stores.freeClaims();
  const { addresses } = house;
  const secrets = loadSecrets(config);
  const wall = () => new Date();
  const actions = createActions(house);

  const { fetch, fetchDocument, senders, outbox, receiver, deliverer, gone, inbox } = composeFederation({
    config,
    house,
    actions,
    wall,
    onQuiet() {
      effects.wake();
      settleAfterCrowd();
    },
  });
  const effects = createEffectsWorker({
    lines: createLines({ house, outbox, meet: senders.meet }),
    placesWithDue: house.placesWithDue,
    wall,
    log,
    // What came in goes before what follows from it, so that a crowd at the inbox is dealt with fast.
    yields: receiver.isBusy,
  });
  const byTime = composeByTime(house);
  const releasing = createReleasing(house);
  const lookUps = composeLookUps({ config, house, actions, fetch, fetchDocument, meet: senders.meet, wall });
  const push = composePush(config, { house, fetch, secrets, wall });
  const throttle = createThrottle(database);
  const mail = composeMail({ config, house, throttle, wall });
  wakers.push(effects.wake, byTime.wake, mail.wake, releasing.wake);

  const { middleware, signIn, signInByCode, authenticate, enter } = createSignIn({
    ...stores,
    db: database.db,
    client: database.client,
    cookieSecret: secrets.cookies,
    secureCookies: config.origin.startsWith('https:'),
    throttle,
  });
  const importing = createImporting({ house, actions, ...lookUps.forPages, wall, log });
  wakers.push(importing.wake);
  const parts = {
    house,
    actions,
    settle: () => Promise.race([effects.settle(), pass(SETTLE_MS, undefined, { ref: false })]),
    throttle,
    signIn: signIn as (request: Request) => ReturnType<typeof signIn>,
    signInByCode,
    enter,
    oidc: createOidc({ ...house, providers: config.providers, throttle, authenticate }),
    passkeys: createPasskeys({ ...house, throttle, authenticate, handleKey: secrets.passkeyHandles }),
    wall,
    meet: senders.meet,
    ...lookUps.forPages,
    push: push.said,
    version: VERSION,
    sourceUrl: config.sourceUrl,
    styleHash,
  };
  const oauth = createProvider({ ...house, wall });
  const streaming = createStreaming(house);
  const apiParts: ApiParts = {
    ...parts,
    oauth,
    doors: () => doorsHere(house),
    streaming,
    requestsPerAccount: config.apiLimit,
  };
  const app = createApp({
    ...parts,
    oauth,
    api: whenAsked(isAppPlace, async () => (await import('./api/app.ts')).createApi(apiParts)),
    pages: whenAsked(
      () => true,
      async () => (await import('./pages/routes.ts')).createPages({ ...parts, oauth }),
    ),
    clientToServer: createClientToServer(apiParts),
    session: middleware,
    origin: config.origin,
    trustProxy: config.trustProxy,
    serve: createServe({
      stores,
      addresses,
      title: 'Folkmoot',
      recordKey: house.recordKey.publicKey,
      version: VERSION,
      log,
      requesterOf: createRequesterOf({ keys: senders, host: addresses.host, wall }),
      isOpen: async () => (await doorsHere(house)).mode === 'open',
      now: () => house.clock.now(),
    }),
    operator: createOperatorRoutes({ house, actions, token: secrets.operatorToken }),
    media: mediaRoute(house.mediaFiles, log),
    mailIn: mail.door,
    health: healthCheck(() => database.db.command({ ping: 1 }), VERSION),
  });
  const documents = createDocuments({ changes: stores.changes, otherwise: app });
  const server = createHttpServer({ inbox, documents, app, upgrade: streaming.upgrade, stir: pace.stir });

  const workers = [
    receiver,
    effects,
    ...byTime.workers,
    deliverer,
    gone,
    createPurge(
      [
        stores.purge,
        () => forgetExpired(database.db, wall()),
        () => forgetApplicants(house),
        () => purgeFiles(house, wall()),
      ],
      log,
    ),
    createProjector(house),
    mail,
    mail.news,
    releasing,
    ...lookUps.workers,
    importing,
    createTakingIn(house, { yields: receiver.isBusy, wall, log }),
    createCounting(house, { yields: receiver.isBusy, wall, log }),
    createWitnessing({ house, outbox }),
    push.worker,
    createMaking(house, wall),
  ];
  return {
    house,
    actions,
    database,
    operatorToken: secrets.operatorToken,
    server,
    startWorkers() {
      for (const worker of workers) worker.start(pace);
    },
    async settle() {
      await receiver.settle();
      await lookUps.beacon.tick();
      await byTime.settle();
      await releasing.settle();
      await effects.settle();
      await lookUps.settle();
    },
    async close() {
      // An open stream would keep the server from closing.
      await streaming.stop();
      await closeServer(server);
      await push.queue.close();
      house.endMaking();
      for (const worker of workers) await worker.stop();
      await fetch.close();
      await database.close();
    },
  };
}
