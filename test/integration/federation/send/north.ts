import { createGuardedFetch } from '../../../../federation/fetch/guarded-fetch.ts';
import { createActivity } from '../../../../federation/send/activities/create.ts';
import { createDeliverer, type Deliverer, type DelivererParts } from '../../../../federation/send/deliver.ts';
import { createOutbox, type Outbox, type Sent } from '../../../../federation/send/outbox.ts';
import { generateKeys, privateKeyFromPem } from '../../../../federation/signatures/keys.ts';
import { createAddresses } from '../../../../server/community/addresses.ts';
import { silentLog } from '../../../../server/log.ts';
import { type MemoryQueue, memoryQueue } from '../../../support/memory-queue.ts';

export const addresses = createAddresses('https://north.example');
export const alice = addresses.person('alice');
export const KEY_ID = `${alice}#main-key`;
export const { publicKeyPem, privateKeyPem } = await generateKeys();
const privateKey = privateKeyFromPem(privateKeyPem);

/** Alice's server as far as it sends, with a clock that can be put forward. */
export interface North {
  readonly queue: MemoryQueue;
  readonly deliverer: Deliverer;
  readonly outbox: Outbox;
  /** Another worker on the same queue. */
  worker(parts?: Partial<DelivererParts>): Deliverer;
  /** Alice posts number `about` to these inboxes. */
  post(about: string, inboxes: readonly string[], content?: string): Promise<Sent>;
  later(ms: number): void;
  close(): Promise<void>;
}

export function startNorth({
  queue = memoryQueue(),
  ...more
}: Partial<DelivererParts> & { queue?: MemoryQueue } = {}): North {
  let ahead = 0;
  const wall = { now: () => new Date(Date.now() + ahead) };
  const fetch = createGuardedFetch({ allowLoopback: true, userAgent: 'north' });
  const parts: DelivererParts = {
    ...queue,
    keys: { signingKey: async (actor) => (actor === alice ? { keyId: KEY_ID, privateKey } : null) },
    fetch,
    wall,
    log: silentLog,
    jitter: () => 0.5,
    ...more,
  };
  const workers: Deliverer[] = [];
  const worker = (other: Partial<DelivererParts> = {}): Deliverer => {
    const deliverer = createDeliverer({ ...parts, ...other });
    workers.push(deliverer);
    return deliverer;
  };
  const deliverer = worker();
  const outbox = createOutbox({
    ...queue,
    follows: { inboxesOf: async () => [] },
    people: { byIris: async () => new Map() },
    communities: { byIri: async () => null },
    addresses,
    wall,
    wake: deliverer.wake,
  });
  return {
    queue,
    deliverer,
    outbox,
    worker,
    post(about, inboxes, content = about) {
      const object = { id: addresses.post(about), type: 'Note', attributedTo: alice, content };
      const activity = createActivity({ id: addresses.activity('create', object.id), actor: alice, object });
      return outbox.send({ activity, actor: alice, to: { inboxes }, public: true, object: object.id });
    },
    later(ms) {
      ahead += ms;
    },
    async close() {
      await Promise.all(workers.map((one) => one.stop()));
      await fetch.close();
    },
  };
}
