import { invite } from '../../../server/accounts/sign-up.ts';
import { silentLog } from '../../../server/log.ts';
import type { Answered } from '../../support/http-client.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { PASSWORD, Visitor } from '../../support/visitor.ts';

/** The whole server, composed in this process, on its own data, listening on a free port. */
export interface OpenServer extends RunningServer {
  /** The path of a one-time link that founds the first community. */
  foundingLink(): Promise<string>;
  /** The path of a one-time link to an account, as a member makes it on her page. */
  invitation(by: Visitor): Promise<string>;
  /** A signed-in visitor with a new account, who is a member of the guild. */
  newcomer(username: string, by: Visitor): Promise<Visitor>;
  visitor(): Visitor;
  /** Everything that went wrong, as the operator's log has it. */
  readonly errors: readonly object[];
  end(): Promise<void>;
}

export async function openServer(): Promise<OpenServer> {
  const errors: object[] = [];
  const server = await runServer('north.localhost', {}, { ...silentLog, error: (facts) => errors.push(facts) });
  const visitor = () => new Visitor(server);
  const invitation = async (by: Visitor) => {
    const { text } = await by.submit('/you/invitations', {});
    return /\/invitations\/[0-9a-f]+/.exec(text)?.[0] ?? '';
  };
  return {
    ...server,
    errors,
    visitor,
    invitation,
    foundingLink: async () => `/found/${await invite(server.house, { purpose: 'found' })}`,
    async newcomer(username, by) {
      const newcomer = visitor();
      await newcomer.submit(await invitation(by), { username, password: PASSWORD });
      await newcomer.submit('/communities/guild/join', {});
      return newcomer;
    },
    end: server.stop,
  };
}

/** Where a form led to. */
export const locationOf = (answer: Answered): string => String(answer.headers.location ?? '');

/** What `alice` founds her community with. */
export const GUILD = {
  username: 'alice',
  password: PASSWORD,
  community: 'guild',
  title: 'Machine makers’ guild',
  purpose: 'For everyone who builds the lines.',
} as const;
