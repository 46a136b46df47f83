import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { activity, note, post } from '../support/attacker.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { spareKeys } from '../support/spare-keys.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

let stage: Stage;
let evil: RemoteOrigin;
let honest: RemoteOrigin;
let vic: RemoteActor;
/** Many actors of one origin: each alone could be told apart, but not that all of them are slow. */
let crowd: readonly RemoteActor[];

beforeAll(async () => {
  [stage, evil, honest] = await Promise.all([Stage.open(), startRemoteOrigin('eve'), startRemoteOrigin('vic')]);
  const keys = await spareKeys();
  crowd = await Promise.all(Array.from({ length: 80 }, (_, number) => evil.actor(`slow${number}`, { keys })));
  // Their keys are known before their origin falls silent.
  await Promise.all(crowd.map((actor) => post(stage.sharedInbox, actor, activity('Like', actor, `${evil.origin}/x`))));
  vic = await honest.actor('vic');
  await stage.join(vic);
});
afterAll(async () => {
  await stage.db
    .collection('received')
    .deleteMany({ sender: { $regex: evil.origin } as never, doneAt: { $exists: false } });
  await Promise.all([stage, evil, honest].map((one) => one?.close()));
});

it('an origin whose many actors all hang keeps nobody of other origins waiting, nor a page', async () => {
  let hanging = 0;
  evil.serve('/notes/never', () => {
    hanging += 1;
  });
  const kinds = ['Create', 'Create', 'Create'];
  for (const actor of crowd) {
    const answers = await Promise.all(
      kinds.map((type) => post(stage.sharedInbox, actor, activity(type, actor, `${evil.origin}/notes/never`))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  }
  await until('the server waits for the slow origin', () => hanging > 0);
  for (let number = 0; number < 5; number += 1) {
    const create = activity('Create', vic, note(vic, stage.guild, `In time ${number}`));
    const began = performance.now();
    expect((await post(stage.sharedInbox, vic, create)).status).toBe(202);
    await until('vic’s post is there', () => stage.outcome(create.id), 5000);
    expect(performance.now() - began).toBeLessThan(5000);
  }
  const alice = await stage.visitor('alice');
  const sent = await alice.submit('/communities/guild/posts', { title: 'From the page', text: 'Words' });
  expect(sent.status).toBe(303);
  await until('what alice wrote reached vic', () =>
    honest.delivered(vic).some((one) => one.type === 'Announce' && JSON.stringify(one).includes('From the page')),
  );
});
