import { type ActorIri, activityIri, personIri } from '../../../server/community/ids.ts';
import { ENGINE_CACHE } from '../../support/engine.ts';
import type { Audience, Follower } from '../support/audiences.ts';
import { type Hand, withoutServer } from './open-house.ts';
import type { Village } from './prepare.ts';
import { manyAtOnce, settle } from './settle.ts';

/**
 * Gives each audience an author with an account here, and writes its followers through the stores while the server is
 * down: ten thousand signed Follows would take longer than everything else.
 */
export async function addFollowers(village: Village, dataDir: string, audiences: readonly Audience[]): Promise<void> {
  const hand = await withoutServer({
    PUBLIC_URL: village.origin,
    PORT: String(village.port),
    DATA_DIR: dataDir,
    ENGINE_CACHE_DIR: ENGINE_CACHE,
    ALLOW_LOOPBACK: 'true',
  });
  try {
    const everybody = new Map(audiences.flatMap(({ followers }) => followers.map((one) => [one.iri, one])));
    await manyAtOnce([...everybody.values()], (one) => keep(hand, one));
    for (const audience of audiences) {
      const author = await settle(hand, audience.name);
      await manyAtOnce(audience.followers, (one) => follows(hand, one, author));
    }
  } finally {
    await hand.close();
  }
}

function keep({ house }: Hand, { iri, name, host, inbox, sharedInbox }: Follower): Promise<void> {
  return house.people.keepElsewhere({
    iri: personIri(iri),
    username: name,
    host,
    displayName: name,
    summary: '',
    home: 'elsewhere',
    inbox,
    since: new Date(),
    ...(sharedInbox === undefined ? {} : { sharedInbox }),
  });
}

function follows({ house }: Hand, { iri }: Follower, target: ActorIri): Promise<void> {
  const activity = activityIri(`${iri}#follow/${encodeURIComponent(target)}`);
  return house.follows.put({ follower: personIri(iri), target, activity, state: 'accepted', at: new Date() }, []);
}
