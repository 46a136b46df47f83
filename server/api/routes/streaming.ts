import { z } from 'zod';
import { flag, read } from '../bodies.ts';
import type { ApiRoutes } from '../parts.ts';
import { createEventClient } from '../streaming/event-source.ts';
import { listenerIn, subscriptionFor } from '../streaming/streams.ts';

const said = z.object({ tag: z.unknown().optional(), list: z.unknown().optional(), only_media: flag.optional() });

const PATHS = [
  'user',
  'user/notification',
  'public',
  'public/local',
  'public/remote',
  'hashtag',
  'hashtag/local',
  'list',
  'direct',
] as const;

/** What happens, as server-sent events: one stream each. Over WebSocket it is `streaming/websocket.ts`. */
export const streamingRoutes: ApiRoutes = ({ house, streaming: { hub } }, router) => {
  router.get('/api/v1/streaming/health', (_request, response) => {
    response.type('text/plain').send('OK');
  });
  for (const path of PATHS) {
    router.get(`/api/v1/streaming/${path}`, async (request, response) => {
      const { asking, person } = listenerIn(request.asking);
      const { only_media, tag, list } = read(request, said);
      const stream = `${path.replace('/', ':')}${only_media && path.startsWith('public') ? ':media' : ''}`;
      const subscription = await subscriptionFor(house, asking, { stream, tag, list });
      if (request.method === 'HEAD') return void response.type('text/event-stream').end();
      const client = createEventClient({ asking, person, subscription, response });
      response.on('close', () => hub.leave(client));
      await hub.join(client);
      client.begin();
    });
  }
};
