import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Federation } from '@fedify/fedify';
import { answerControl } from './control.ts';
import type { Peer } from './state.ts';

const MOST_BYTES = 1_000_000;

async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The request as the Fetch standard has it, on the public origin and with the headers as they were signed. */
function asRequest(incoming: IncomingMessage, body: Buffer, origin: string): Request {
  const headers = new Headers();
  for (let i = 0; i + 1 < incoming.rawHeaders.length; i += 2) {
    headers.append(incoming.rawHeaders[i] ?? '', incoming.rawHeaders[i + 1] ?? '');
  }
  const method = incoming.method ?? 'GET';
  const carriesBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(incoming.url ?? '/', origin), {
    method,
    headers,
    ...(carriesBody ? { body: new Uint8Array(body) } : {}),
  });
}

async function reply(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

/** Answers one request: the control interface, or Fedify. Refused deliveries are kept for /control/health. */
export function answering(federation: Federation<Peer>, peer: Peer) {
  const answer = async (incoming: IncomingMessage): Promise<Response> => {
    const body = await readBody(incoming);
    if (!body) return new Response('Too much.', { status: 413 });
    const request = asRequest(incoming, body, peer.origin);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/control/')) {
      return answerControl(federation.createContext(new URL(peer.origin), peer), request);
    }
    const response = await federation.fetch(request, { contextData: peer });
    if (request.method === 'POST' && response.status >= 400) {
      const text = await response.clone().text();
      peer.health.refused.push({
        at: new Date().toISOString(),
        path: pathname,
        status: response.status,
        answer: text.slice(0, 200),
      });
    }
    return response;
  };
  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    try {
      await reply(await answer(incoming), outgoing);
    } catch (error) {
      peer.health.inboxErrors.push({ at: new Date().toISOString(), error: String(error) });
      outgoing.writeHead(500).end();
    }
  };
}
