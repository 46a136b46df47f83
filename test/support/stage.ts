import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { invite, signUp } from '../../server/accounts/sign-up.ts';
import type { House } from '../../server/actions/house.ts';
import { type Actions, createActions } from '../../server/actions/index.ts';
import type { CommunityIri, PersonIri } from '../../server/community/ids.ts';
import { openHouse } from '../../server/compose.ts';
import { readConfig } from '../../server/config.ts';
import { EMBEDDED_CLIENT } from '../../server/database/connect.ts';
import { connectToRunningEngine } from '../../server/database/embedded/engine.ts';
import { silentLog } from '../../server/log.ts';
import { activity, post } from './attacker.ts';
import { sharedMongodbUrl } from './engine.ts';
import { QUICK_HOUSE } from './quick-house.ts';
import type { RemoteActor } from './remote-origin.ts';
import { clockFile, type ServerOptions, type ServerProcess, startServer } from './server-process.ts';
import { PASSWORD, Visitor } from './visitor.ts';
import { until } from './wait.ts';

/** The people who live on the server under test: alice founded the guild, all three belong to it. */
export const PEOPLE = ['alice', 'bob', 'carol'] as const;

/** A server under test with a community, and hands in its database for preparing and for looking. */
export class Stage {
  server: ServerProcess;
  db: Db;
  house: House;
  actions: Actions;
  readonly clock: ReturnType<typeof clockFile>;
  private client: MongoClient;
  private readonly options: ServerOptions;
  private readonly dir: string;

  private constructor(opened: Opened, options: ServerOptions, dir: string, clock: ReturnType<typeof clockFile>) {
    ({ server: this.server, db: this.db, house: this.house, actions: this.actions, client: this.client } = opened);
    // A proxy in front has another port each time.
    this.options = options.https ? options : { ...options, port: opened.server.port };
    this.dir = dir;
    this.clock = clock;
  }

  /**
   * A server on a directory of its own; with `found: false` nothing is founded on it.
   *
   * @param ownEngine for tests that stop the server or its engine as if the power went: with an engine of its own, as
   *   most who run a server have it. Else it has a database on the engine that the whole run shares.
   */
  static async open({
    host = 'north.localhost',
    env = {},
    found = true,
    ownEngine = false,
    https = false,
  }: {
    /** What others' programs resolve by themselves is `localhost` alone. */
    host?: string;
    env?: Readonly<Record<string, string>>;
    found?: boolean;
    ownEngine?: boolean;
    /** Reached by TLS alone, through a proxy. */
    https?: boolean;
  } = {}): Promise<Stage> {
    const dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-stage-'));
    const clock = clockFile(path.join(dir, 'clock'));
    const shared = ownEngine ? undefined : await sharedMongodbUrl();
    const database = shared === undefined ? {} : { MONGODB_URL: shared };
    const options = {
      host,
      dataDir: path.join(dir, 'data'),
      clockFile: clock.file,
      https,
      env: { ...database, ...env },
    };
    const stage = new Stage(await open(options), options, dir, clock);
    try {
      if (found) await stage.found();
      return stage;
    } catch (cause) {
      await stage.close();
      throw cause;
    }
  }

  get origin(): string {
    return this.server.origin;
  }
  get guild(): CommunityIri {
    return this.house.addresses.community('guild');
  }
  get sharedInbox(): string {
    return this.house.addresses.sharedInbox;
  }
  person(name: string): PersonIri {
    return this.house.addresses.person(name);
  }
  inboxOf(name: string): string {
    return `${this.origin}/actors/${name}/inbox`;
  }

  /** Founds the guild as a person does, by the link that the server printed; the others come by invitation. */
  private async found(): Promise<void> {
    const link = this.server.foundingLink();
    if (link === undefined) throw new Error(`no founding link:\n${this.server.output()}`);
    const fields = { username: 'alice', password: PASSWORD, community: 'guild', title: 'Guild', purpose: 'Trade.' };
    const founded = await new Visitor(this.server).submit(new URL(link).pathname, fields);
    if (founded.status !== 303) throw new Error(`founding answered ${founded.status}`);
    for (const name of ['bob', 'carol']) await this.settle(name);
    await until(
      'the guild has its members',
      async () => (await this.house.states.load(this.guild))?.members.size === PEOPLE.length,
    );
  }

  /** Opens an account here; it joins the guild unless it should not. */
  async settle(username: string, { join = true } = {}): Promise<PersonIri> {
    const invitation = await invite(this.house, { purpose: 'join' });
    const signedUp = await signUp(this.house, { username, password: PASSWORD, invitation });
    if (!signedUp.ok) throw new Error(signedUp.refusal.text);
    const { iri } = signedUp.value;
    if (join) await this.actions.joinCommunity({ person: iri, community: this.guild });
    return iri;
  }

  /** Somebody elsewhere joins the guild, by a Follow of her own. */
  async join(actor: RemoteActor): Promise<void> {
    const answer = await post(this.sharedInbox, actor, activity('Follow', actor, this.guild));
    if (answer.status !== 202) throw new Error(`the Follow was answered ${answer.status}: ${answer.text}`);
    await until(`${actor.iri} is a member`, async () =>
      (await this.house.states.load(this.guild))?.members.has(actor.iri as PersonIri),
    );
    await this.quiet();
  }

  /** Somebody at a browser, signed in. */
  async visitor(name: string): Promise<Visitor> {
    const visitor = new Visitor(this.server);
    const answer = await visitor.signIn(name);
    if (answer.status !== 303) throw new Error(`${name} could not sign in: ${answer.status}`);
    return visitor;
  }

  /** Waits until everything that arrived is carried out, and everything that follows from it. */
  async quiet(): Promise<void> {
    await until(
      'everything is carried out',
      async () => (await this.house.inbox.waiting()) === 0 && !(await this.pending()),
    );
  }

  private async pending(): Promise<boolean> {
    const others = [
      'follows',
      'posts',
      'entries',
      'ballots',
      'notices',
      'sentVotes',
      'gestures',
      'reports',
      'witnessed',
    ];
    // Leased ones as well, and those that wait for another try; in one question, since it is asked again and again.
    const pending = [{ $match: { pendingAt: { $exists: true } } }, { $limit: 1 }];
    const asWell = others.map((coll) => ({ $unionWith: { coll, pipeline: pending } }));
    const found = this.db.collection('actors').aggregate([...pending, ...asWell]);
    return (await found.toArray()).length > 0;
  }

  /** What became of an activity that was answered 202; undefined when it never got that far. */
  async outcome(id: string): Promise<string | undefined> {
    const found = await this.db.collection<{ _id: string; outcome?: string }>('received').findOne({ _id: id });
    return found?.outcome;
  }

  /** Puts the community's time forward, and gives the server time to notice. */
  async forward(hours: number): Promise<void> {
    this.clock.forward(hours);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }

  /** As if the power went; then the same server again, on the same data. */
  async killAndRestart(): Promise<void> {
    await this.kill();
    await this.restart();
  }
  async kill(): Promise<void> {
    await this.server.kill();
    await this.client.close(true);
  }
  async restart(): Promise<void> {
    ({
      server: this.server,
      db: this.db,
      house: this.house,
      actions: this.actions,
      client: this.client,
    } = await open(this.options));
  }

  async close(): Promise<void> {
    await this.client.close(true);
    await this.server.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

interface Opened {
  readonly server: ServerProcess;
  readonly client: MongoClient;
  readonly db: Db;
  readonly house: House;
  readonly actions: Actions;
}

async function open(options: ServerOptions): Promise<Opened> {
  const server = await startServer(options);
  const shared = options.env?.MONGODB_URL;
  const uri = shared ?? (await connectToRunningEngine(options.dataDir));
  const config = readConfig(server.env);
  if (uri === null || !config.ok) throw new Error('the database of the server cannot be reached');
  const client = await new MongoClient(uri, EMBEDDED_CLIENT).connect();
  const db = client.db(shared === undefined ? 'folkmoot' : undefined);
  const house = { ...openHouse(config.config, { db }, silentLog), ...QUICK_HOUSE };
  return { server, client, db, house, actions: createActions(house) };
}
