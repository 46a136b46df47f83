import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { engineDirectories } from '../../server/database/embedded/directories.ts';
import { liveLock } from '../../server/database/embedded/instance-lock.ts';
import { appOf } from '../support/api-client.ts';
import { Listener } from '../support/listener.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ ownEngine: true });
});
afterAll(() => stage.close());

function enginePid(): number {
  const pid = liveLock(engineDirectories(stage.server.dataDir).lock)?.engine?.pid;
  if (pid === undefined) throw new Error('the engine’s process is not noted');
  return pid;
}

it.each([
  ['stands still', () => process.kill(enginePid(), 'SIGSTOP')],
  ['dies', () => process.kill(enginePid(), 'SIGKILL')],
])('while the database %s nobody listens on with what cannot be confirmed (AUT-08)', async (how, takeAway) => {
  const [alice, bob] = await Promise.all([appOf(stage.server, 'alice'), appOf(stage.server, 'bob')]);
  const connect = () => Listener.socket(stage.server, `?stream=user&access_token=${alice.token}`);
  const [socket, events] = await Promise.all([connect(), Listener.events(stage.server, 'user', alice.token)]);
  const stopped = enginePid();
  takeAway();
  expect(await socket.isClosed()).toBe(1012);
  await events.isClosed();
  if (how === 'stands still') process.kill(stopped, 'SIGCONT');
  const again = await until('she can listen again', () => connect().catch(() => null));
  await until(
    'bob writes',
    async () => (await bob.post('/api/v1/statuses', { status: '@guild and on' })).status === 200,
  );
  await again.hearsOf('and on');
  again.close();
});
