import type { Document } from 'mongodb';
import { hashOf } from '../../server/record/canonical.ts';
import { loadSecrets } from '../../server/secrets.ts';
import type { Stage } from './stage.ts';
import { Visitor } from './visitor.ts';

/** Everything that may be seen of a server or stands in its database, as fingerprints by name. */
export type Snapshot = ReadonlyMap<string, string>;

/** What arrives and is remembered only to be known again; sessions and counts of tries; projections of the record. */
const NO_STATE = ['received', 'leases', 'sessions', 'throttle', 'projections'];

/** @param besides collections that may change in this case: `remoteKeys` and `actors` where somebody is genuinely met */
export async function snapshot(stage: Stage, besides: readonly string[] = []): Promise<Snapshot> {
  await stage.quiet();
  const found = new Map<string, string>();
  for (const { name } of await stage.db.listCollections({}, { nameOnly: true }).toArray()) {
    if (NO_STATE.includes(name) || besides.includes(name)) continue;
    for (const document of await stage.db.collection(name).find().toArray()) {
      found.set(`${name}/${String(document._id)}`, JSON.stringify(withoutTraces(name, document)));
    }
  }
  for (const [what, text] of await visible(stage)) found.set(what, text);
  return found;
}

/**
 * How far a delivery has got, when a key was last looked at, and whether a post can be found by its words already, is no
 * state of anybody's; nor is how often something was done to it, which is counted anew from what was done.
 */
export function withoutTraces(name: string, document: Document): Document {
  const { activity, inbox, inboxes, owner, publicKeyPem } = document;
  if (name === 'posts') {
    const { words: _words, wordless: _wordless, counts: _counts, uncounted: _uncounted, ...post } = document;
    return post;
  }
  if (name === 'deliveries') return { activity, inbox, inboxes };
  return name === 'remoteKeys' ? { owner, publicKeyPem } : document;
}

async function visible({ server, house, guild }: Stage): Promise<readonly (readonly [string, string])[]> {
  const anonymous = new Visitor(server);
  const token = loadSecrets({ dataDir: server.dataDir }).operatorToken;
  const status = JSON.parse(
    (await anonymous.get('/operator/status', { Authorization: `Bearer ${token}` })).text,
  ) as Document;
  const outbox = await anonymous.get(new URL(house.addresses.outbox(guild)).pathname, {
    Accept: 'application/activity+json',
  });
  const page = await anonymous.get('/communities/guild', { Accept: 'text/html' });
  return [
    ['seen/outbox', outbox.text],
    ['seen/page', hashOf(page.text)],
    ['seen/status', JSON.stringify(status.communities)],
  ];
}

/** The names of what is different: empty when nothing changed. */
export function changes(before: Snapshot, after: Snapshot): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}
