import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import type { EmailAddress } from '../../../server/community/email-address.ts';
import { createMailer } from '../../../server/mail/smtp.ts';

const PASSWORD = 'p@ss:wörd/1';
const from = 'folkmoot@north.example' as EmailAddress;
const letter = { id: 'one', to: 'ana@works.example' as EmailAddress, subject: 'Grüße', text: 'A link.\n.\n..dots\n' };

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

/** A mail server that asks for name and password, or speaks TLS with a certificate of nobody's. */
async function server(options: ConstructorParameters<typeof SMTPServer>[0]) {
  const got: string[] = [];
  const smtp = new SMTPServer({
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'north' && password === PASSWORD ? done(null, { user: username }) : done(new Error('no')),
    onData(stream, _session, done) {
      let raw = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        raw += chunk;
      });
      stream.on('end', () => {
        got.push(raw);
        done();
      });
    },
    ...options,
  });
  smtp.on('error', () => {});
  const listening = smtp.listen(0, '0.0.0.0');
  await once(listening, 'listening');
  running.push(() => smtp.close());
  return { port: (listening.address() as AddressInfo).port, got };
}

const send = (url: string) => createMailer({ url, from, name: 'north.example' }).send(letter);

describe('handing a letter to a mail server', () => {
  it('proves itself by the name and password of its address, whatever signs are in them', async () => {
    const { port, got } = await server({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
    const right = `north:${encodeURIComponent(PASSWORD)}`;
    expect(await send(`smtp://${right}@127.0.0.1:${port}`)).toEqual({ outcome: 'sent' });
    expect(got[0]).toContain('\r\nA link.\r\n.\r\n..dots\r\n');
    expect(got[0]).toMatch(/^Subject: =\?UTF-8\?/m);
    const wrong = await send(`smtp://north:nothing@127.0.0.1:${port}`);
    // The operator mends that: nobody's address is at fault, nor told to the log.
    expect(wrong).toEqual({ outcome: 'later', why: expect.stringContaining('EAUTH') });
    expect(JSON.stringify(wrong)).not.toContain('works.example');
    expect(got).toHaveLength(1);
  });

  it('hands nothing over in the clear to another machine, unless the operator says so', async () => {
    const { port, got } = await server({ disabledCommands: ['STARTTLS', 'AUTH'], authOptional: true });
    // This machine too, by an address that is not known to be its own.
    expect(await send(`smtp://0.0.0.0:${port}`)).toMatchObject({ outcome: 'later' });
    expect(got).toEqual([]);
    expect(await send(`smtp://0.0.0.0:${port}?starttls=off`)).toEqual({ outcome: 'sent' });
  });

  it('believes no certificate that nobody vouches for', async () => {
    const [later, atOnce] = [await server({ authOptional: true }), await server({ authOptional: true, secure: true })];
    expect(await send(`smtp://0.0.0.0:${later.port}`)).toMatchObject({ outcome: 'later' });
    expect(await send(`smtps://127.0.0.1:${atOnce.port}`)).toMatchObject({ outcome: 'later' });
    expect([...later.got, ...atOnce.got]).toEqual([]);
  });

  it('lets go of a mail server that says nothing when this server is stopped', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    running.push(() => silent.close());
    const { port } = silent.address() as AddressInfo;
    const mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from, name: 'north.example' });
    const answer = mailer.send(letter);
    await once(silent, 'connection');
    mailer.close();
    expect(await answer).toMatchObject({ outcome: 'later' });
  });
});
