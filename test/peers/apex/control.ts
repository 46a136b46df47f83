import { type RequestHandler, Router } from 'express';
import type { ApexPackage } from './apex-package.ts';
import type { Health, Json, Key } from './wire.ts';

/** What drives this server beside its outboxes: looking at what it keeps, and whose key is which. No lock on it. */
export function answerControl(apex: ApexPackage, health: Health): RequestHandler {
  const router = Router();
  const actorOf = (user: unknown) => apex.store.getObject(apex.utils.usernameToIRI(String(user)), true);

  router.get('/health', (_request, response) => void response.json(health));

  router.get('/inbox', async (request, response) => {
    const actor = await actorOf(request.query.user);
    const [inbox] = (actor?.inbox ?? []) as string[];
    const stream = inbox === undefined ? [] : await apex.store.getStream(inbox, 100);
    response.json(await Promise.all(stream.map((activity) => apex.toJSONLD(activity))));
  });

  router.get('/kept', async (request, response) => {
    const id = String(request.query.id);
    const kept = (await apex.store.getActivity(id)) ?? (await apex.store.getObject(id));
    response.json(kept === null ? null : ((await apex.toJSONLD(kept)) as Json));
  });

  router.get('/key', async (request, response) => {
    const actor = await actorOf(request.query.user);
    const [key] = (actor?.publicKey ?? []) as { id: string }[];
    response.json({ keyId: key?.id ?? '', privateKeyPem: actor?._meta?.privateKey ?? '' } satisfies Key);
  });
  return router;
}
