import { createServer, type RequestListener, type Server } from 'node:http';
import { isInboxPost } from '../../federation/receive/inbox.ts';
import { isDocumentGet } from '../../federation/serve/documents.ts';
import { isStreamUpgrade } from '../api/streaming/index.ts';

/** How long a client may take to say what it wants: slow ones do not hold connections for minutes. */
const PATIENCE = {
  headersTimeout: 20_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5000,
  shouldUpgradeCallback: isStreamUpgrade,
} as const;

/** The one server: what other servers deliver and fetch most goes around everything that pages need. */
export function createHttpServer({
  inbox,
  documents,
  app,
  upgrade,
  stir,
}: {
  readonly inbox: (...asked: Parameters<RequestListener>) => Promise<void>;
  readonly documents: RequestListener;
  readonly app: RequestListener;
  readonly upgrade: Parameters<Server['on']>[1];
  /** Something is asked for that may lead to work. */
  readonly stir: () => void;
}): Server {
  const server = createServer(PATIENCE, (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') stir();
    if (isInboxPost(request)) void inbox(request, response);
    else if (isDocumentGet(request)) documents(request, response);
    else app(request, response);
  });
  return server.on('upgrade', upgrade);
}

/** Stops listening; connections that say nothing more are cut. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
  });
}
