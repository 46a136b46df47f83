/** What the mail server that received a letter says of where it is from (RFC 8601). */
interface Word {
  readonly method: string;
  readonly result: string;
  /** `header.d`, `smtp.mailfrom` … */
  readonly properties: ReadonlyMap<string, string>;
}

/**
 * Whether the receiving mail server vouches for the domain of an address: by DMARC, or by DKIM or SPF for that domain
 * or one above it. Where it says two things of one method for the same domain, or says that it failed, it does not.
 *
 * @param header the topmost Authentication-Results of that server, unfolded; those below it could be anybody's
 * @param trusts its name, as it signs them
 */
export function vouchesFor(header: string, trusts: string, domain: string): boolean {
  const [id = '', ...statements] = withoutComments(header).split(';');
  if (id.trim().split(/\s+/)[0]?.toLowerCase() !== trusts) return false;
  const words = statements.flatMap((statement) => readWord(statement) ?? []);
  const dmarc = words.filter(({ method }) => method === 'dmarc');
  if (dmarc.some(({ result }) => result !== 'pass' && result !== 'none')) return false;
  if (dmarc.some(({ result, properties }) => result === 'pass' && properties.get('header.from') === domain)) {
    return dmarc.length === 1;
  }
  const said = (method: string, ...of: readonly string[]) =>
    words.filter((word) => word.method === method && of.some((name) => isAbove(word.properties.get(name), domain)));
  return [said('dkim', 'header.d', 'header.i'), said('spf', 'smtp.mailfrom', 'smtp.mfrom')].some(
    (about) => about.length > 0 && about.every(({ result }) => result === 'pass'),
  );
}

/** A name of the domain itself, or of one that it belongs to; what stands before an `@` does not matter. */
function isAbove(said: string | undefined, domain: string): boolean {
  const name = said?.slice(said.lastIndexOf('@') + 1);
  return name?.includes('.') === true && (name === domain || domain.endsWith(`.${name}`));
}

function readWord(statement: string): Word | null {
  const [first = '', ...rest] = statement.trim().split(/\s+/);
  const [method = '', result = ''] = first.toLowerCase().split('=');
  if (!/^[a-z0-9-]+(\/\d+)?$/.test(method) || !/^[a-z]+$/.test(result)) return null;
  const properties = new Map(
    rest.flatMap((part) => {
      const at = part.indexOf('=');
      return at < 1 ? [] : [[part.slice(0, at).toLowerCase(), part.slice(at + 1).toLowerCase()] as const];
    }),
  );
  return { method: method.split('/')[0] ?? '', result, properties };
}

/** Without comments, and with nothing in the place of what is quoted: a sender may have put anything there. */
function withoutComments(text: string): string {
  let depth = 0;
  let quoted = false;
  let kept = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (sign === '\\' && (quoted || depth > 0)) at += 1;
    else if (sign === '"' && depth === 0) quoted = !quoted;
    else if (!quoted && sign === '(') depth += 1;
    else if (!quoted && sign === ')' && depth > 0) depth -= 1;
    else if (!quoted && depth === 0) kept += sign;
  }
  // What was opened and never closed: nobody knows what belongs to what.
  return quoted || depth > 0 ? '' : kept;
}
