import { createPrivateKey } from 'node:crypto';
import { Agent } from 'undici';
import { signRequest } from '../../../federation/signatures/sign-request.ts';

/** Publishes one post to everybody of an audience. Returns at once, as a server does whose queue took it. */
export interface FanOut {
  publish(audience: string): void;
}

const IN_ALL = 64;
const PER_HOST = 2;
const TIMEOUT_MS = 10_000;
const ACTIVITY_JSON = 'application/activity+json';

/** A lane per host with two places, 64 in all; what fails is dropped: a limit has no memory for tomorrow. */
export function createFanOut(parts: {
  readonly actor: string;
  readonly privateKeyPem: string;
  readonly audiences: Readonly<Record<string, readonly string[]>>;
}): FanOut {
  const privateKey = createPrivateKey(parts.privateKeyPem);
  const keyId = `${parts.actor}#main-key`;
  const agent = new Agent({
    connections: PER_HOST,
    headersTimeout: TIMEOUT_MS,
    connect: {
      timeout: TIMEOUT_MS,
      // RFC 6761: names below localhost are this machine.
      lookup: (_name, { all }, done) =>
        all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
    },
  });
  let serial = 0;

  async function deliver(inbox: string, body: Buffer): Promise<void> {
    const contentType = ACTIVITY_JSON;
    const headers = await signRequest({
      method: 'POST',
      url: inbox,
      body,
      contentType,
      keyId,
      privateKey,
      now: new Date(),
    });
    const { origin, pathname } = new URL(inbox);
    const answer = await agent.request({ origin, path: pathname, method: 'POST', headers, body });
    await answer.body.dump();
  }

  async function send(lanes: Map<string, string[]>, body: Buffer): Promise<void> {
    const free = [...lanes.keys()];
    const busy = new Map<string, number>();
    let inFlight = 0;
    await new Promise<void>((resolve) => {
      const step = () => {
        while (inFlight < IN_ALL) {
          const host = free.shift();
          if (host === undefined) break;
          const inbox = lanes.get(host)?.shift();
          if (inbox === undefined) continue;
          inFlight += 1;
          const going = (busy.get(host) ?? 0) + 1;
          busy.set(host, going);
          if (going < PER_HOST) free.push(host);
          void deliver(inbox, body)
            .catch(() => {})
            .finally(() => {
              inFlight -= 1;
              if (busy.get(host) === PER_HOST) free.push(host);
              busy.set(host, (busy.get(host) ?? 1) - 1);
              step();
            });
        }
        if (inFlight === 0) resolve();
      };
      step();
    });
  }

  return {
    publish(audience) {
      serial += 1;
      const id = `${parts.actor}/posts/${Date.now()}-${serial}`;
      const to = ['https://www.w3.org/ns/activitystreams#Public'];
      const content = '<p>A post to everybody who follows me.</p>';
      const object = { id, type: 'Note', attributedTo: parts.actor, to, content, published: new Date().toISOString() };
      const create = { '@context': 'https://www.w3.org/ns/activitystreams', id: `${id}#create`, type: 'Create', to };
      const body = Buffer.from(JSON.stringify({ ...create, actor: parts.actor, object }));
      const lanes = Map.groupBy(parts.audiences[audience] ?? [], (inbox) => new URL(inbox).host);
      void send(lanes, body);
    },
  };
}
