import { describe, expect, it } from '@jest/globals';
import { explainFaults, readConfig } from '../../server/config.ts';
import { isLocal } from '../../server/config-addresses.ts';

const faultsOf = (env: Readonly<Record<string, string>>) => {
  const read = readConfig(env);
  return read.ok ? [] : read.faults;
};
const configOf = (env: Readonly<Record<string, string>>) => {
  const read = readConfig(env);
  if (!read.ok) throw new Error(explainFaults(read.faults));
  return read.config;
};

describe('a configuration', () => {
  it('is not needed to begin: everything has a value of its own', () => {
    expect(configOf({})).toMatchObject({
      origin: 'http://localhost:8080',
      port: 8080,
      listen: '127.0.0.1',
      role: 'all',
      logLevel: 'info',
      trustProxy: 0,
      sourceUrl: 'http://localhost:8080/trust',
      allowLoopback: false,
      drandUrls: [],
      providers: [],
    });
    expect(configOf({}).dataDir).toMatch(/\/data$/);
  });

  it.each([
    ['PUBLIC_URL', 'north.example'],
    ['PUBLIC_URL', 'ftp://north.example'],
    ['PUBLIC_URL', 'https://north.example/forum'],
    ['PUBLIC_URL', 'https://north.example/?a=b'],
    ['PUBLIC_URL', 'https://root@north.example'],
    ['PUBLIC_URL', 'https://:secret@north.example'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80 80'],
    ['PORT', '-1'],
    ['PORT', '8080.5'],
    ['MONGODB_URL', 'postgres://127.0.0.1/folkmoot'],
    ['MONGODB_URL', 'mongodb://'],
    ['SMTP_URL', 'https://mail.example'],
    ['SMTP_URL', 'smtp://mail.example/path'],
    ['SMTP_URL', 'smtp://mail.example?tls=off'],
    ['MAIL_FROM', 'Folkmoot <folkmoot@north.example>'],
    ['MAIL_FROM', 'folkmoot@north.example\r\nBcc: x@y.example'],
    ['ROLE', 'master'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '11'],
    ['API_LIMIT', '9'],
    ['SECRET_KEY', 'too short'],
    ['SOURCE_URL', 'ssh://code.example'],
    ['TIME_ZONE', 'Berlin/Europe'],
    ['DRAND_URLS', 'api.drand.sh'],
    ['DRAND_URLS', 'https://api.drand.sh,ftp://api2.drand.sh'],
    ['DRAND_URLS', 'https://api.drand.sh/?chain=1'],
    ['DRAND_URLS', 'http://api.drand.sh'],
    ['ALLOW_LOOPBACK', '1'],
    ['FIRST_RETRY_MS', '5'],
  ])('with %s=%s is refused by a sentence that names the variable, what is wrong and an example', (variable, value) => {
    const faults = faultsOf({ [variable]: value });
    expect(faults.map((fault) => fault.variable)).toEqual([variable]);
    expect(faults[0]?.problem).toMatch(/^must (be|begin with) /);
    const text = explainFaults(faults);
    expect(text).toContain(`${variable} must `);
    expect(text).toMatch(new RegExp(`For example: ${variable}=\\S`));
    expect(text).not.toContain('undefined');
  });

  it('says everything that is wrong at once', () => {
    expect(faultsOf({ PORT: 'x', ROLE: 'y', LOG_LEVEL: 'z' }).map(({ variable }) => variable)).toEqual([
      'PORT',
      'ROLE',
      'LOG_LEVEL',
    ]);
  });

  it.each(['', '   '])('takes an empty variable for one that is not set: “%s”', (nothing) => {
    const env = Object.fromEntries(
      ['PUBLIC_URL', 'PORT', 'LISTEN', 'DATA_DIR', 'MONGODB_URL', 'ROLE', 'SECRET_KEY', 'TEST_CLOCK'].map((name) => [
        name,
        nothing,
      ]),
    );
    expect(configOf(env)).toEqual(configOf({}));
  });

  it('refuses loopback, a driven clock and short waits where others can reach it', () => {
    const trials = { ALLOW_LOOPBACK: 'true', TEST_CLOCK: './clock', FIRST_RETRY_MS: '200' };
    for (const origin of ['https://north.example', 'https://127.example', 'https://localhost.evil.example']) {
      const faults = faultsOf({ ...trials, PUBLIC_URL: origin });
      expect(faults.map(({ variable }) => variable)).toEqual(Object.keys(trials));
      expect(explainFaults(faults)).toContain(`PUBLIC_URL (${origin}) is not on localhost`);
    }
    for (const origin of ['http://localhost:8080', 'http://north.localhost:81', 'http://127.0.0.2', 'http://[::1]:9']) {
      expect(faultsOf({ ...trials, PUBLIC_URL: origin })).toEqual([]);
    }
  });

  it('refuses plain http where others can reach it', () => {
    expect(faultsOf({ PUBLIC_URL: 'http://north.example' })).toMatchObject([
      { variable: 'PUBLIC_URL', problem: expect.stringContaining('must be https'), example: 'https://north.example' },
    ]);
  });

  it('refuses to split roles while the database is inside one of them', () => {
    expect(faultsOf({ ROLE: 'worker' })).toMatchObject([
      { variable: 'ROLE', problem: expect.stringContaining('MONGODB_URL') },
    ]);
    expect(faultsOf({ ROLE: 'worker', MONGODB_URL: 'mongodb://db/folkmoot' })).toEqual([]);
  });

  it('believes one proxy where the address is https, because nobody else could speak it', () => {
    expect(configOf({ PUBLIC_URL: 'https://north.example' })).toMatchObject({ trustProxy: 1, listen: '0.0.0.0' });
    expect(configOf({ PUBLIC_URL: 'https://north.example', TRUST_PROXY: '0' }).trustProxy).toBe(0);
    expect(configOf({ PUBLIC_URL: 'http://localhost:8080' }).trustProxy).toBe(0);
  });

  it('drops the slash after the address, and its default port: it stands in every id', () => {
    expect(configOf({ PUBLIC_URL: 'https://North.Example:443/' }).origin).toBe('https://north.example');
  });

  it('sends letters by a mail server and from an address, or not at all', () => {
    expect(faultsOf({ SMTP_URL: 'smtp://127.0.0.1:25' })).toMatchObject([{ variable: 'MAIL_FROM' }]);
    expect(faultsOf({ MAIL_FROM: 'folkmoot@north.example' })).toMatchObject([{ variable: 'SMTP_URL' }]);
    const both = { SMTP_URL: 'smtps://u:p%40ss@mail.example', MAIL_FROM: 'Folkmoot@NORTH.example' };
    const read = readConfig(both);
    expect(read.ok && read.config.smtp).toEqual({ url: both.SMTP_URL, from: 'Folkmoot@north.example' });
  });
});

describe('providers of sign-in', () => {
  const council = {
    OIDC: 'council',
    OIDC_COUNCIL_ISSUER: 'https://login.council.example/realm',
    OIDC_COUNCIL_CLIENT_ID: 'folkmoot',
    OIDC_COUNCIL_CLIENT_SECRET: 'secret',
    OIDC_COUNCIL_NAME: 'Works Council',
  };

  it('are those that OIDC names, and open no accounts unless it says so', () => {
    const [one] = configOf(council).providers;
    expect(one).toEqual({
      id: 'council',
      name: 'Works Council',
      issuer: 'https://login.council.example/realm',
      clientId: 'folkmoot',
      clientSecret: 'secret',
      opensAccounts: false,
    });
    const more = configOf({ ...council, OIDC_COUNCIL_OPENS_ACCOUNTS: 'true', OIDC_COUNCIL_ORGANISATION: 'org' });
    expect(more.providers).toMatchObject([{ opensAccounts: true, organisationClaim: 'org' }]);
    expect(configOf({ ...council, OIDC: '' }).providers).toEqual([]);
  });

  it.each([
    ['OIDC', 'council,council'],
    ['OIDC', 'Works Council'],
    ['OIDC_COUNCIL_ISSUER', ''],
    ['OIDC_COUNCIL_ISSUER', 'login.council.example'],
    ['OIDC_COUNCIL_ISSUER', 'http://login.council.example'],
    ['OIDC_COUNCIL_ISSUER', 'https://login.council.example/?realm=1'],
    ['OIDC_COUNCIL_CLIENT_ID', ''],
    ['OIDC_COUNCIL_CLIENT_SECRET', ''],
    ['OIDC_COUNCIL_NAME', ''],
    ['OIDC_COUNCIL_NAME', 'x'.repeat(41)],
    ['OIDC_COUNCIL_OPENS_ACCOUNTS', 'yes'],
  ])('with %s=“%s” are refused by a sentence that names the variable', (variable, value) => {
    const faults = faultsOf({ ...council, [variable]: value });
    expect(faults.map((fault) => fault.variable)).toEqual([variable]);
    expect(faults[0]?.problem).toMatch(/^must be /);
    expect(explainFaults(faults)).not.toContain('undefined');
  });

  it('may be reached over plain http in trials on one machine alone', () => {
    const trial = { ...council, OIDC_COUNCIL_ISSUER: 'http://127.0.0.1:9', ALLOW_LOOPBACK: 'true' };
    expect(configOf(trial).providers).toHaveLength(1);
  });
});

describe('what is local', () => {
  it.each(['http://localhost', 'http://a.b.localhost:1', 'http://127.1.2.3', 'http://[::1]'])('%s is', (origin) => {
    expect(isLocal(origin)).toBe(true);
  });
  it.each(['https://localhost.example', 'https://127.0.0.1.example', 'http://10.0.0.1', 'http://mylocalhost'])(
    '%s is not',
    (origin) => {
      expect(isLocal(origin)).toBe(false);
    },
  );
});
