import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ApiParts } from '../parts.ts';
import { createHub, type Hub } from './hub.ts';
import { createWebSockets } from './websocket.ts';

export { isStreamUpgrade } from './websocket.ts';

/** The streaming API: what happens, sent to apps that listen. */
export interface Streaming {
  readonly hub: Hub;
  /** For the server's `upgrade` event. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  stop(): Promise<void>;
}

export function createStreaming(house: ApiParts['house']): Streaming {
  const hub = createHub(house);
  return { hub, upgrade: createWebSockets(house, hub), stop: hub.stop };
}
