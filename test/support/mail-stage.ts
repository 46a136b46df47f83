import type { CharterParameters } from '../../server/governance/charter.ts';
import { ApiClient, registerApp } from './api-client.ts';
import type { Answered } from './http-client.ts';
import { type MailServer, mailServer } from './mail-server.ts';
import { account, community, must } from './people.ts';
import { type RunningServer, runServer } from './running-server.ts';
import { PASSWORD, Visitor } from './visitor.ts';

/** A server with a community, which alice founded, and a mail server that it sends its letters through. */
export interface MailStage {
  readonly server: RunningServer;
  readonly mail: MailServer;
  /** What the charter says about opening an account, from now on. */
  charter(parameters: Partial<CharterParameters>): Promise<void>;
  /** Somebody at a browser who fills in the form for an account. */
  asks(username: string, fields?: Readonly<Record<string, string>>, path?: string): Promise<Answered>;
  /** Follows a link out of a letter, and presses the button. */
  follow(link: string | undefined, fields?: Readonly<Record<string, string>>, visitor?: Visitor): Promise<Answered>;
  /** An account whose address is confirmed, by the letter. */
  confirmed(username: string, address: string): Promise<void>;
  signedIn(username: string, password?: string): Promise<Visitor>;
  /** An app with a token of its own, acting for nobody. */
  app(): Promise<ApiClient>;
  /** Forgets what was counted, so that one story does not wait for another. */
  forgetCounts(): Promise<void>;
  stop(): Promise<void>;
}

export const FROM = 'folkmoot@north.example';

/** @param sends whether letters go out; where not, the operator's command hands out the links */
export async function mailStage({ sends = true }: { readonly sends?: boolean } = {}): Promise<MailStage> {
  const mail = await mailServer();
  const env = sends ? { SMTP_URL: mail.url, MAIL_FROM: FROM } : {};
  const server = await runServer('north.localhost', env);
  const founder = await account(server, 'alice');
  const guild = (await community(server, founder, 'guild')).iri;
  await server.settle();
  const stranger = () => new Visitor(server);
  const stage: MailStage = {
    server,
    mail,
    async charter(parameters) {
      must(
        await server.actions.actAsFounder({
          community: guild,
          by: founder,
          ask: { kind: 'amend-charter', parameters: parameters as CharterParameters },
        }),
      );
    },
    asks: (username, fields = {}, path = '/sign-up') =>
      stranger().submit(path, { username, password: PASSWORD, ...fields }),
    follow(link, fields = {}, visitor = stranger()) {
      if (link === undefined) throw new Error('there is no link in the letter');
      return visitor.submit(new URL(link).pathname, fields);
    },
    async confirmed(username, address) {
      await account(server, username);
      const visitor = await stage.signedIn(username, 'a long enough password');
      const before = mail.to(address).length;
      const fields = { address, password: 'a long enough password' };
      const asked = await visitor.submit('/you/email', fields);
      if (asked.status !== 303) throw new Error(`the address was not taken: ${asked.status} ${asked.text}`);
      const answer = await stage.follow((await mail.nth(address, before + 1)).link);
      if (answer.status !== 303) throw new Error(`the address was not confirmed: ${answer.text}`);
    },
    async signedIn(username, password = PASSWORD) {
      const visitor = stranger();
      const answer = await visitor.signIn(username, password);
      if (answer.status !== 303) throw new Error(`${username} could not sign in: ${answer.status}`);
      return visitor;
    },
    async app() {
      const app = await registerApp(server);
      const fields = { grant_type: 'client_credentials', scope: 'read write', ...app };
      const answer = await new ApiClient(server).form('/oauth/token', fields as unknown as Record<string, string>);
      if (answer.status !== 200) throw new Error(`no token for the app: ${answer.text}`);
      return new ApiClient(server, answer.json.access_token);
    },
    async forgetCounts() {
      await server.database.db.collection('throttle').deleteMany({});
    },
    async stop() {
      await server.stop();
      await mail.stop();
    },
  };
  return stage;
}
