import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { invite } from '../../../server/accounts/sign-up.ts';
import { type Composed, compose } from '../../../server/compose.ts';
import { readConfig } from '../../../server/config.ts';
import { silentLog } from '../../../server/log.ts';
import { ENGINE_CACHE } from '../../support/engine.ts';
import type { Answered } from '../../support/http-client.ts';
import { freePort } from '../../support/server-process.ts';
import { PASSWORD, Visitor } from '../../support/visitor.ts';

/** The whole server, composed in this process, on its own data, listening on a free port. */
export interface OpenServer extends Composed {
  readonly origin: string;
  readonly port: number;
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
  const dataDir = mkdtempSync(path.join(tmpdir(), 'folkmoot-pages-'));
  const port = await freePort();
  const origin = `http://north.localhost:${port}`;
  const read = readConfig({
    PUBLIC_URL: origin,
    PORT: String(port),
    DATA_DIR: dataDir,
    ENGINE_CACHE_DIR: ENGINE_CACHE,
    ALLOW_LOOPBACK: 'true',
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const errors: object[] = [];
  const composed = await compose(read.config, { log: { ...silentLog, error: (facts) => errors.push(facts) } });
  composed.startWorkers();
  composed.server.listen(port, '127.0.0.1');
  await once(composed.server, 'listening');
  const visitor = () => new Visitor({ origin, port });
  const invitation = async (by: Visitor) => {
    const { text } = await by.submit('/you/invitations', {});
    return /\/invitations\/[0-9a-f]+/.exec(text)?.[0] ?? '';
  };
  return {
    ...composed,
    origin,
    port,
    errors,
    visitor,
    invitation,
    foundingLink: async () => `/found/${await invite(composed.house, { purpose: 'found' })}`,
    async newcomer(username, by) {
      const newcomer = visitor();
      await newcomer.submit(await invitation(by), { username, password: PASSWORD });
      await newcomer.submit('/communities/guild/join', {});
      return newcomer;
    },
    async end() {
      await composed.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
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
