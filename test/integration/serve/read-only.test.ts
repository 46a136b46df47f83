import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import IApexStore from 'activitypub-express/store/interface.js';
import { chainOf, createApex } from '../../../federation/serve/configure.ts';
import { ReadOnlyStore } from '../../../federation/serve/store.ts';
import { silentLog } from '../../../server/log.ts';
import { type ServedWorld, servedWorld } from './served-world.ts';

let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld();
});
afterAll(() => world.close());

function storeOver({ addresses, stores }: ServedWorld) {
  const unused = async () => ({ state: 'unknown' }) as const;
  const lookups = { actor: unused, post: unused, activity: unused, shown: async () => null };
  return new ReadOnlyStore({ addresses, lookups, activities: stores.activities, follows: stores.follows });
}

describe('activitypub-express', () => {
  it('can write nothing: every method of its store reads or refuses', () => {
    const store = storeOver(world);
    const reading = ['constructor', 'getObject', 'getActivity', 'getStream', 'getStreamCount'];
    const others = Object.getOwnPropertyNames(IApexStore.prototype).filter((name) => !reading.includes(name));
    expect(others).toContain('saveObject');
    for (const name of others.filter((name) => name !== 'getUsercount')) {
      const method = Reflect.get(store, name) as () => unknown;
      expect([name, refusal(method)]).toEqual([name, 'this store is read only']);
    }
  });

  it('fetches no JSON-LD context, and keeps no step that knows a signed-in owner', async () => {
    const apex = createApex({
      ...world,
      store: storeOver(world),
      title: 'North',
      version: '0',
      log: silentLog,
      isOpen: async () => false,
    });
    await expect(apex.jsonldContextLoader('https://elsewhere.example/context')).rejects.toThrow('none is fetched');
    await expect(apex.jsonldContextLoader('https://www.w3.org/ns/activitystreams')).resolves.toHaveProperty('document');
    for (const route of ['actor', 'outbox', 'followers', 'following', 'object', 'activityStream'] as const) {
      expect(chainOf(apex, route)).not.toContain(apex.net.security.verifyAuthorization);
      expect(chainOf(apex, route).length).toBeGreaterThan(1);
    }
  });
});

function refusal(method: () => unknown): string | undefined {
  try {
    method();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : undefined;
  }
}
