import { loadSecrets } from '../../../server/secrets.ts';
import { operatorCommand } from '../../support/server-process.ts';
import { until } from '../../support/wait.ts';
import { check } from '../narrator.ts';
import type { World } from '../world.ts';

/** 8: the operator tries to govern, by the command and over HTTP: refused, and recorded. */
export async function operatorTries(world: World): Promise<void> {
  const { north, guild, tell } = world;
  tell.chapter(8, 'The operator tries to change the rule and to delete a post');
  const rule = await operatorCommand(north.env, 'rule', 'change', 'R-1');
  check(rule.code === 4, `the command refuses: ${rule.output}`);
  tell.quote(rule.output);
  const post = await operatorCommand(north.env, 'post', 'delete', world.kept.get('carols old post') ?? '');
  check(post.code === 4, `the command refuses: ${post.output}`);
  tell.saw('by the command: both refused');

  const { operatorToken } = loadSecrets({ dataDir: north.dataDir });
  const ask = (method: string, path: string) =>
    fetch(`http://127.0.0.1:${north.port}/operator${path}`, {
      method,
      headers: { authorization: `Bearer ${operatorToken}` },
    });
  const patched = await ask('PATCH', '/communities/guild/rules/R-1');
  check(
    patched.status === 403 && JSON.stringify(await patched.json()).includes('needs_decision'),
    'over HTTP: 403 needs_decision',
  );
  check((await ask('DELETE', '/communities/guild/posts/1')).status === 403, 'over HTTP: 403 for the post');
  tell.saw('over HTTP: 403 needs_decision, both');
  const attempts = await until('the attempts stand in the record', async () => {
    const { text } = await world.visitor('ben', north).get(`${guild.path}/record.json`);
    const found = text.match(/"kind":"attempt-refused"/g) ?? [];
    return found.length >= 4 ? found.length : null;
  });
  tell.saw(`all ${attempts} attempts stand in the record, for everybody to read`);
}
