import { z } from 'zod';
import type { Provider } from './accounts/oidc/provider.ts';
import { organisationOfDomain } from './community/affiliation.ts';

/** One thing wrong with one variable; the same as of any other (`config.ts`). */
interface Fault {
  readonly variable: string;
  readonly problem: string;
  readonly example: string;
}

const EXAMPLES = {
  ISSUER: 'https://login.council.example',
  CLIENT_ID: 'folkmoot',
  CLIENT_SECRET: 'what the provider gave you',
  NAME: 'Works Council',
  OPENS_ACCOUNTS: 'true',
  ORGANISATION: 'org',
  DOMAIN: 'council.example',
} as const;
type Setting = keyof typeof EXAMPLES;

const NEEDED = 'must be set for every provider that OIDC names';
const provider = z.object({
  ISSUER: z.string(NEEDED).refine(isIssuer, 'must be a web address, without anything after its path'),
  CLIENT_ID: z.string(NEEDED).max(500, 'must be at most 500 characters'),
  CLIENT_SECRET: z.string(NEEDED).max(2000, 'must be at most 2000 characters'),
  NAME: z.string(NEEDED).max(40, 'must be at most 40 characters: it stands on a button'),
  OPENS_ACCOUNTS: z.enum(['true', 'false'], 'must be true or false').default('false'),
  ORGANISATION: z.string().max(200, 'must be the name of a claim').optional(),
  DOMAIN: z
    .string()
    .refine((domain) => organisationOfDomain(domain) !== null, 'must be the domain of one organisation')
    .optional(),
});

/**
 * The houses by whose word people may sign in here: `OIDC` names them (`council,partner`), and of each there are
 * variables with its name in them (`OIDC_COUNCIL_ISSUER` …).
 *
 * @param allowLoopback whether plain http may be used, for trials on one machine
 */
export function readProviders(
  env: NodeJS.ProcessEnv,
  allowLoopback: boolean,
): { readonly providers: readonly Provider[]; readonly faults: readonly Fault[] } {
  const ids = (env.OIDC ?? '').split(',').flatMap((id) => id.trim() || []);
  if (ids.some((id) => !/^[a-z][a-z0-9]{0,19}$/.test(id)) || new Set(ids).size < ids.length) {
    const problem = 'must be different names of small letters and digits, with commas between them';
    return { providers: [], faults: [{ variable: 'OIDC', problem, example: 'council,partner' }] };
  }
  const read = ids.map((id) => readOne(env, id, allowLoopback));
  return { providers: read.flatMap(({ found }) => found ?? []), faults: read.flatMap(({ faults }) => faults) };
}

function readOne(env: NodeJS.ProcessEnv, id: string, allowLoopback: boolean) {
  const variable = (setting: Setting) => `OIDC_${id.toUpperCase()}_${setting}`;
  const settings = Object.keys(EXAMPLES) as Setting[];
  const given = settings.flatMap((setting) => {
    const value = env[variable(setting)]?.trim();
    return value ? [[setting, value]] : [];
  });
  const fault = (setting: Setting, problem: string): Fault => ({
    variable: variable(setting),
    problem,
    example: EXAMPLES[setting],
  });
  const { data, error } = provider.safeParse(Object.fromEntries(given));
  if (data === undefined) {
    return { faults: error.issues.map(({ path, message }) => fault(path[0] as Setting, message)) };
  }
  if (!allowLoopback && !data.ISSUER.startsWith('https:')) {
    return { faults: [fault('ISSUER', 'must be https: nothing else can be believed')] };
  }
  const found: Provider = {
    id,
    name: data.NAME,
    issuer: data.ISSUER,
    clientId: data.CLIENT_ID,
    clientSecret: data.CLIENT_SECRET,
    opensAccounts: data.OPENS_ACCOUNTS === 'true',
    ...(data.DOMAIN === undefined ? {} : { domain: organisationOfDomain(data.DOMAIN) ?? '' }),
    ...(data.ORGANISATION === undefined ? {} : { organisationClaim: data.ORGANISATION }),
  };
  return { found, faults: [] };
}

function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username && !url.password;
}
