type Said = Readonly<Record<string, unknown>>;
type Pairs = readonly (readonly [string, string])[];

/** A request's body, in one of the ways that apps send it. */
export interface Encoded {
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Fields as forms name them: `choices[]`, or `choices[0]`; things in a list, `words[0][text]`. */
function pairs(said: Said, number: (at: number) => string): Pairs {
  const within = (name: string, value: unknown): Pairs => {
    if (Array.isArray(value)) return value.flatMap((one, at) => within(`${name}[${number(at)}]`, one));
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value).flatMap(([key, inner]) => within(`${name}[${key}]`, inner));
    }
    return [[name, String(value)]];
  };
  return Object.entries(said).flatMap(([name, value]) => within(name, value));
}

const asForm = (all: Pairs): string =>
  new URLSearchParams(all.map(([name, value]): [string, string] => [name, value])).toString();
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const unnumbered = (): string => '';
const numbered = (at: number): string => String(at);

/** Every way in which apps send what they say. */
export const ENCODINGS: Readonly<Record<string, (said: Said) => Promise<Encoded>>> = {
  JSON: async (said) => ({ headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(said) }),
  'a form with a[]': async (said) => ({ headers: FORM, body: asForm(pairs(said, unnumbered)) }),
  'a form with a[0]': async (said) => ({ headers: FORM, body: asForm(pairs(said, numbered)) }),
  'a form of parts with a[]': (said) => parts(pairs(said, unnumbered)),
  'a form of parts with a[0]': (said) => parts(pairs(said, numbered)),
  'the query': async (said) => ({ query: asForm(pairs(said, unnumbered)) }),
};

async function parts(all: Pairs): Promise<Encoded> {
  const form = new FormData();
  for (const [name, value] of all) form.append(name, value);
  return multipart(form);
}

/** A form with files. */
export async function multipart(form: FormData): Promise<Encoded> {
  const answer = new Response(form);
  return {
    headers: { 'Content-Type': answer.headers.get('content-type') ?? '' },
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
