import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type FedifyPeer, startFedifyPeer } from '../peers/fedify/client.ts';
import { clockFile, type ServerProcess, startServer } from '../support/server-process.ts';
import { type Guest, openGuest } from './guest.ts';
import type { Narrator } from './narrator.ts';

/** Three servers and the people at them. */
export interface World {
  readonly north: ServerProcess;
  readonly south: ServerProcess;
  /** Not ours: built on Fedify, playing a Mastodon server elsewhere. */
  readonly elsewhere: FedifyPeer;
  readonly tell: Narrator;
  /** Lets days pass for both Folkmoots; what is due then happens by itself. */
  days(count: number): void;
  /** A browser without scripts for somebody, kept signed in. */
  visitor(who: string, at: ServerProcess): Guest;
  /** The community everything is about. */
  readonly guild: {
    readonly iri: string;
    readonly handle: string;
    readonly path: string;
    readonly pathFromSouth: string;
  };
  /** What the story remembers from chapter to chapter. */
  readonly kept: Map<string, string>;
  stop(): Promise<void>;
}

export interface WorldOptions {
  readonly dir: string;
  readonly ports: readonly [number, number, number];
  readonly tell: Narrator;
}

export const PASSWORD = 'a long enough password';

export async function openWorld({ dir, ports, tell }: WorldOptions): Promise<World> {
  await rm(dir, { recursive: true, force: true });
  const clock = clockFile(path.join(dir, 'clock-offset'));
  const north = await startServer({
    host: 'north.localhost',
    port: ports[0],
    dataDir: path.join(dir, 'north'),
    clockFile: clock.file,
  });
  tell.saw(`north is serving at ${north.origin}, with its own database engine`);
  const south = await startServer({
    host: 'south.localhost',
    port: ports[1],
    dataDir: path.join(dir, 'south'),
    clockFile: clock.file,
  });
  tell.saw(`south is serving at ${south.origin}, with another`);
  const elsewhere = await startFedifyPeer({ host: 'elsewhere.localhost', port: ports[2], users: ['carol', 'dave'] });
  tell.saw(`elsewhere is serving at ${elsewhere.origin}: Fedify, not our code`);

  const visitors = new Map<string, Guest>();
  return {
    north,
    south,
    elsewhere,
    tell,
    days(count) {
      clock.forward(count * 24);
      tell.time(`${count} ${count === 1 ? 'day passes' : 'days pass'} (day ${Math.round(clock.hours() / 24)})`);
    },
    visitor(who, at) {
      const known = visitors.get(who) ?? openGuest(at);
      visitors.set(who, known);
      return known;
    },
    guild: {
      iri: `${north.origin}/actors/guild`,
      handle: `@guild@north.localhost:${north.port}`,
      path: '/communities/guild',
      pathFromSouth: `/communities/guild@north.localhost:${north.port}`,
    },
    kept: new Map(),
    async stop() {
      await Promise.all([north.stop(), south.stop(), elsewhere.stop()]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}
