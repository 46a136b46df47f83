import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MailServer, mailServer } from '../support/mail-server.ts';
import { must } from '../support/people.ts';
import { Stage } from '../support/stage.ts';
import { PASSWORD, Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

let stage: Stage;
let mail: MailServer;

beforeAll(async () => {
  mail = await mailServer();
  const env = { SMTP_URL: mail.url, MAIL_FROM: 'folkmoot@north.example' };
  // With an engine of its own, as most who run a server have it.
  stage = await Stage.open({ env, ownEngine: true });
  const ask = { kind: 'amend-charter', parameters: { signUp: 'open' } } as const;
  must(await stage.actions.actAsFounder({ community: stage.guild, by: stage.person('alice'), ask }));
});
afterAll(async () => {
  await stage?.close();
  await mail?.stop();
});

describe('a letter that waits', () => {
  it('is sent when the power is back, and the mail server too', async () => {
    const port = Number(new URL(mail.url).port);
    await mail.stop();
    const fields = { username: 'dora', password: PASSWORD, address: 'dora@works.example' };
    const asked = await new Visitor(stage.server).submit('/sign-up', fields);
    expect(asked.headers.location).toBe('/sign-up/asked/letter');
    await until('it was tried in vain', () => stage.db.collection('mails').findOne({ pendingWhy: /mail server/ }));
    await stage.killAndRestart();
    expect(await stage.house.mails.counts()).toEqual({ waiting: 1, givenUp: 0 });
    mail = await mailServer(port);
    const { link } = await mail.nth('dora@works.example', 1);
    const confirmed = await new Visitor(stage.server).submit(new URL(link ?? '').pathname, {});
    expect(confirmed.headers.location).toBe('/sign-in');
    expect((await new Visitor(stage.server).signIn('dora')).status).toBe(303);
    await until('nothing waits', async () => (await stage.house.mails.counts()).waiting === 0);
    expect(mail.letters).toHaveLength(1);
  });
});
