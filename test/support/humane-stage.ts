import type { PersonIri } from '../../server/community/ids.ts';
import { type ApiClient, appOf, type Json } from './api-client.ts';
import { type MailServer, mailServer } from './mail-server.ts';
import { account, community, must } from './people.ts';
import { PushReader, type PushService, startPushService } from './push-service.ts';
import { type RunningServer, runServer } from './running-server.ts';
import { Visitor } from './visitor.ts';
import { until } from './wait.ts';

const OWN_PASSWORD = 'a long enough password';
const HOUR_MS = 3_600_000;

/** A server with a guild of alice, bob and carol, a push service and a mail server, and a clock that is told the hour. */
export class HumaneStage {
  readonly server: RunningServer;
  readonly mail: MailServer;
  readonly service: PushService;

  private constructor(server: RunningServer, mail: MailServer, service: PushService) {
    this.server = server;
    this.mail = mail;
    this.service = service;
  }

  static async open(env: Readonly<Record<string, string>> = {}): Promise<HumaneStage> {
    const [mail, service] = await Promise.all([mailServer(), startPushService()]);
    const letters = { SMTP_URL: mail.url, MAIL_FROM: 'folkmoot@north.example' };
    const server = await runServer('north.localhost', { TIME_ZONE: 'UTC', ...letters, ...env });
    const founder = await account(server, 'alice');
    const guild = await community(server, founder, 'guild');
    for (const name of ['bob', 'carol']) {
      const person = await account(server, name);
      must(await server.actions.joinCommunity({ person, community: guild.iri }));
    }
    await server.settle();
    return new HumaneStage(server, mail, service);
  }

  person(name: string): PersonIri {
    return this.server.house.addresses.person(name);
  }

  app(name: string): Promise<ApiClient> {
    return appOf(this.server, name, { password: OWN_PASSWORD });
  }

  async visitor(name: string): Promise<Visitor> {
    const visitor = new Visitor(this.server);
    const answer = await visitor.signIn(name, OWN_PASSWORD);
    if (answer.status !== 303) throw new Error(`${name} could not sign in: ${answer.status}`);
    return visitor;
  }

  /** Her address, confirmed by the letter. */
  async confirm(name: string, address: string): Promise<void> {
    const visitor = await this.visitor(name);
    await visitor.submit('/you/email', { address, password: OWN_PASSWORD });
    const { link } = await this.mail.nth(address, 1);
    if (link === undefined) throw new Error('there is no link in the letter');
    const answer = await visitor.submit(new URL(link).pathname, {});
    if (answer.status !== 303) throw new Error(`the address was not confirmed: ${answer.text}`);
  }

  /** Puts the community's time forward to the next moment at which clocks in Greenwich show this. */
  at(hour: number, minute = 0): Date {
    const now = this.server.house.clock.now();
    const wanted = new Date(now);
    wanted.setUTCHours(hour, minute, 0, 0);
    const ahead = (wanted.getTime() - now.getTime() + 24 * HOUR_MS) % (24 * HOUR_MS);
    this.server.clock.forward(ahead / HOUR_MS);
    return wanted;
  }

  /** A phone that is told of everything. */
  async phone(app: ApiClient, name: string): Promise<{ readonly heard: () => readonly Json[] }> {
    const reader = new PushReader();
    const path = `/${name}`;
    const answer = await app.post('/api/v1/push/subscription', {
      subscription: { endpoint: this.service.origin + path, keys: reader.keys, standard: true },
      data: { alerts: { mention: true, follow: true }, policy: 'all' },
    });
    if (answer.status !== 200) throw new Error(`no subscription: ${answer.text}`);
    return {
      heard: () => this.service.received.filter((one) => one.path === path).map((one) => JSON.parse(reader.open(one))),
    };
  }

  /** A browser that is told: what its page would send, without a browser. */
  async browser(visitor: Visitor, name: string): Promise<{ readonly heard: () => readonly Json[] }> {
    const reader = new PushReader();
    const path = `/${name}`;
    const fields = { endpoint: this.service.origin + path, ...reader.keys };
    const answer = await visitor.submit('/you/notifications', fields);
    if (answer.status !== 303) throw new Error(`not turned on: ${answer.status} ${answer.text}`);
    return {
      heard: () => this.service.received.filter((one) => one.path === path).map((one) => JSON.parse(reader.open(one))),
    };
  }

  /** Waits until every phone was looked at once more from now on. */
  async phonesLookedAt(): Promise<void> {
    await this.server.house.pushSubscriptions.concernAll();
    const { db } = this.server.database;
    // One that rests, because it was told just now, is looked at later.
    const rested = () => ({ 'push.concerned': true, 'push.restUntil': { $lte: new Date() } });
    const underWay = () => ({ $or: [rested(), { 'push.claim': { $exists: true } }] });
    const waiting = () =>
      Promise.all(['accessTokens', 'sessions'].map((name) => db.collection(name).countDocuments(underWay())));
    await until('every phone was looked at', async () => (await waiting()).every((count) => count === 0));
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.mail.stop();
    await this.service.close();
  }
}
