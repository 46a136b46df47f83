import path from 'node:path';
import { z } from 'zod';
import type { Provider } from './accounts/oidc/provider.ts';
import { isTimeZone } from './community/local-time.ts';
import { isLocal, isOrigin, isWebAddress } from './config-addresses.ts';
import { halfAMail, MAIL_EXAMPLES, MAIL_FIELDS, type MailConfig, mailOf } from './config-mail.ts';
import { readProviders } from './config-oidc.ts';

/** Everything that the environment decides, read once at start. */
export interface Config extends MailConfig {
  /** Public origin, without a slash at the end: `https://north.example`. Part of every id, so it never changes. */
  readonly origin: string;
  readonly port: number;
  /** The address to listen on. */
  readonly listen: string;
  readonly dataDir: string;
  /** Where what the embedded engine downloads is kept; inside the data directory when absent. */
  readonly engineCacheDir?: string;
  /** Absent: the embedded engine. */
  readonly mongodbUrl?: string;
  readonly role: 'all' | 'web' | 'worker';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** How many proxies in front may be believed about the caller's address and protocol. */
  readonly trustProxy: number;
  /** How often an account's apps may ask in five minutes. */
  readonly apiLimit: number;
  /** Seals private keys at rest; absent: a key file under the data directory. 32 bytes, hexadecimal. */
  readonly secretKey?: string;
  readonly sourceUrl: string;
  /** Where people are taken to be who have not said so (IANA): their quiet hours go by it. */
  readonly timeZone: string;
  /** Base addresses of relays of drand, asked in this order for the rounds that draws wait for. Empty: none is asked. */
  readonly drandUrls: readonly string[];
  /** Whether films and sound are taken: where this machine has ffmpeg, or never. */
  readonly recordings: 'auto' | 'off';
  /** Where files that people send are kept; absent: on the disk, in the data directory. */
  readonly bucket?: {
    readonly endpoint: string;
    readonly name: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  };
  /** Other houses by whose word people sign in here. */
  readonly providers: readonly Provider[];
  /** Loopback only: lets this server fetch from and deliver to loopback addresses, over plain http. */
  readonly allowLoopback: boolean;
  /** Loopback only: a file whose number of milliseconds is added to the community's time. */
  readonly testClock?: string;
  /** Loopback only: the first wait before a failed delivery is tried again, in milliseconds. */
  readonly firstRetryMs?: number;
}

/** One thing wrong with one variable. */
export interface ConfigFault {
  readonly variable: string;
  readonly problem: string;
  readonly example: string;
}

const EXAMPLES = {
  PUBLIC_URL: 'https://north.example',
  PORT: '8080',
  LISTEN: '127.0.0.1',
  DATA_DIR: './data',
  ENGINE_CACHE_DIR: './engine-cache',
  MONGODB_URL: 'mongodb://127.0.0.1:27017/folkmoot',
  ROLE: 'all',
  LOG_LEVEL: 'info',
  TRUST_PROXY: '1',
  API_LIMIT: '1500',
  SECRET_KEY: 'the output of: openssl rand -hex 32',
  SOURCE_URL: 'https://code.example/folkmoot',
  TIME_ZONE: 'Europe/Berlin',
  DRAND_URLS: 'https://api.drand.sh,https://api2.drand.sh',
  ...MAIL_EXAMPLES,
  RECORDINGS: 'auto',
  S3_ENDPOINT: 'https://s3.eu-central-1.example',
  S3_BUCKET: 'folkmoot-media',
  S3_REGION: 'eu-central-1',
  S3_ACCESS_KEY_ID: 'the id of the key that the store gave you',
  S3_SECRET_ACCESS_KEY: 'the key itself',
  ALLOW_LOOPBACK: 'true',
  TEST_CLOCK: './clock-offset',
  FIRST_RETRY_MS: '200',
} as const;
type Variable = keyof typeof EXAMPLES;

const flag = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true');
const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((number) => number >= min && number <= max, `must be a whole number from ${min} to ${max}`);

const schema = z.object({
  PUBLIC_URL: z.string().refine(isOrigin, 'must be a web address with scheme and host and nothing after it').optional(),
  PORT: whole(1, 65535).default(8080),
  LISTEN: z.string().min(1, 'must be an address to listen on').optional(),
  DATA_DIR: z.string().min(1, 'must be a directory').default('./data'),
  ENGINE_CACHE_DIR: z.string().min(1, 'must be a directory').optional(),
  MONGODB_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/./, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  ROLE: z.enum(['all', 'web', 'worker'], 'must be all, web or worker').default('all'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
  TRUST_PROXY: whole(0, 10).optional(),
  API_LIMIT: whole(10, 100_000_000).default(1500),
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits (0-9, a-f)')
    .optional(),
  SOURCE_URL: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
  TIME_ZONE: z.string().refine(isTimeZone, 'must be the name of a time zone (IANA)').optional(),
  DRAND_URLS: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim().replace(/\/+$/, '')))
    .refine((all) => all.every(isWebAddress), 'must be web addresses with commas between them')
    .optional(),
  ...MAIL_FIELDS,
  RECORDINGS: z.enum(['auto', 'off'], 'must be auto or off').default('auto'),
  S3_ENDPOINT: z
    .string()
    .transform((text) => text.replace(/\/+$/, ''))
    .refine(isWebAddress, 'must be a web address')
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket (a-z, 0-9, dots and hyphens)')
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'must be the name of a region (a-z, 0-9, hyphens)')
    .default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  ALLOW_LOOPBACK: flag.default(false),
  TEST_CLOCK: z.string().min(1, 'must be a file').optional(),
  FIRST_RETRY_MS: whole(10, 3_600_000).optional(),
});

const ROLES_NEED_A_SERVER =
  'cannot be split from the others while the database runs inside this server: set MONGODB_URL, or use all';

/**
 * Reads the environment, once. An empty variable counts as unset.
 *
 * @returns the configuration, or every fault found, so that one start shows them all.
 */
export function readConfig(
  env: NodeJS.ProcessEnv,
): { ok: true; config: Config } | { ok: false; faults: ConfigFault[] } {
  const given = Object.fromEntries(
    Object.keys(EXAMPLES).flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.map((issue) => fault(issue.path[0] as Variable, issue.message)) };
  }
  const { providers, faults: oidcFaults } = readProviders(env, parsed.data.ALLOW_LOOPBACK);
  const config = { ...toConfig(parsed.data), providers };
  const faults = [
    ...halfAMail(parsed.data).map(({ variable, problem }) => fault(variable, problem)),
    ...halfABucket(parsed.data),
    ...contradictions(config),
    ...oidcFaults,
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, config };
}

type Parsed = z.output<typeof schema>;

function toConfig(given: Parsed): Omit<Config, 'providers'> {
  const origin = given.PUBLIC_URL ? new URL(given.PUBLIC_URL).origin : `http://localhost:${given.PORT}`;
  const dataDir = path.resolve(given.DATA_DIR);
  return {
    origin,
    port: given.PORT,
    listen: given.LISTEN ?? (isLocal(origin) ? '127.0.0.1' : '0.0.0.0'),
    dataDir,
    role: given.ROLE,
    logLevel: given.LOG_LEVEL,
    // This server speaks plain http only, so whoever is reached by https has a proxy in front.
    trustProxy: given.TRUST_PROXY ?? (origin.startsWith('https:') ? 1 : 0),
    apiLimit: given.API_LIMIT,
    sourceUrl: given.SOURCE_URL ?? `${origin}/trust`,
    timeZone: given.TIME_ZONE ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    drandUrls: given.DRAND_URLS ?? [],
    recordings: given.RECORDINGS,
    allowLoopback: given.ALLOW_LOOPBACK,
    ...(given.ENGINE_CACHE_DIR === undefined ? {} : { engineCacheDir: path.resolve(given.ENGINE_CACHE_DIR) }),
    ...(given.MONGODB_URL === undefined ? {} : { mongodbUrl: given.MONGODB_URL }),
    ...(given.SECRET_KEY === undefined ? {} : { secretKey: given.SECRET_KEY }),
    ...mailOf(given),
    ...bucketIn(given),
    ...(given.TEST_CLOCK === undefined ? {} : { testClock: path.resolve(given.TEST_CLOCK) }),
    ...(given.FIRST_RETRY_MS === undefined ? {} : { firstRetryMs: given.FIRST_RETRY_MS }),
  };
}

const OF_A_BUCKET = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

function bucketIn(given: Parsed): Pick<Config, 'bucket'> {
  const [endpoint, name, accessKeyId, secretAccessKey] = OF_A_BUCKET.map((variable) => given[variable]);
  if (!endpoint || !name || !accessKeyId || !secretAccessKey) return {};
  return { bucket: { endpoint, name, region: given.S3_REGION, accessKeyId, secretAccessKey } };
}

function halfABucket(given: Parsed): ConfigFault[] {
  const missing = OF_A_BUCKET.filter((variable) => given[variable] === undefined);
  if (missing.length === OF_A_BUCKET.length) return [];
  return missing.map((variable) =>
    fault(variable, `is needed as well for a store of files (${OF_A_BUCKET.join(', ')})`),
  );
}

/** What each variable allows by itself but not together. */
function contradictions(config: Config): ConfigFault[] {
  const faults: ConfigFault[] = [];
  const local = isLocal(config.origin);
  const onlyLocal = `is for trials on one machine only, and PUBLIC_URL (${config.origin}) is not on localhost`;
  if (!local && config.allowLoopback) faults.push(fault('ALLOW_LOOPBACK', onlyLocal, 'false'));
  if (!local && config.testClock !== undefined) faults.push(fault('TEST_CLOCK', onlyLocal, '(unset)'));
  if (!local && config.firstRetryMs !== undefined) faults.push(fault('FIRST_RETRY_MS', onlyLocal, '(unset)'));
  if (!config.allowLoopback && config.drandUrls.some((url) => !url.startsWith('https:'))) {
    faults.push(fault('DRAND_URLS', 'must be https: this server asks others by nothing else'));
  }
  if (!local && config.origin.startsWith('http:')) {
    faults.push(fault('PUBLIC_URL', 'must be https: other servers do not talk to plain http'));
  }
  if (config.role !== 'all' && config.mongodbUrl === undefined) faults.push(fault('ROLE', ROLES_NEED_A_SERVER, 'all'));
  return faults;
}

const fault = (variable: Variable, problem: string, example: string = EXAMPLES[variable]): ConfigFault => ({
  variable,
  problem,
  example,
});

/** The faults as sentences for the person at the terminal. */
export function explainFaults(faults: readonly ConfigFault[]): string {
  const lines = faults.map(
    ({ variable, problem, example }) => `  ${variable} ${problem}.\n    For example: ${variable}=${example}`,
  );
  return `Folkmoot cannot start with this configuration:\n${lines.join('\n')}\nThe README lists every variable.`;
}
