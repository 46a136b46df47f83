import { afterAll, beforeAll, it } from '@jest/globals';
import { activity, note, post } from '../support/attacker.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

let stage: Stage;
let honest: RemoteOrigin;
let vic: RemoteActor;
let val: RemoteActor;

beforeAll(async () => {
  [stage, honest] = await Promise.all([Stage.open(), startRemoteOrigin('vic')]);
  [vic, val] = await Promise.all([honest.actor('vic'), honest.actor('val')]);
  await stage.join(vic);
  await stage.join(val);
}, 60_000);
afterAll(async () => {
  await Promise.all([stage, honest].map((one) => one?.close()));
});

it('several posts in one Create are all passed on to the members elsewhere', async () => {
  const first = note(vic, stage.guild, 'One of three');
  const notes = [
    first,
    note(vic, stage.guild, 'Two of three', { inReplyTo: first.id }),
    note(vic, stage.guild, 'Three'),
  ];
  await post(stage.sharedInbox, vic, activity('Create', vic, notes));
  await stage.quiet();
  for (const { id } of notes) {
    await until(
      `${id} reached val`,
      () =>
        honest.delivered(val).some(({ type, object }) => {
          const inner = (object as { object?: { id?: string } }).object;
          return type === 'Announce' && inner?.id === id;
        }),
      5000,
    );
  }
});
