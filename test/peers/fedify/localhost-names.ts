/**
 * RFC 6761 §6.3: names under .localhost are loopback. Not every resolver knows, so this program answers them itself.
 * Imported for its effect, before anything that opens a connection.
 */
import dns from 'node:dns';

const LOOPBACK = { address: '127.0.0.1', family: 4 } as const;

function isLocalhost(hostname: string): boolean {
  return /(^|\.)localhost\.?$/i.test(hostname);
}

function answeringLocalhost(lookup: typeof dns.lookup): typeof dns.lookup {
  const answer = (hostname: string, ...rest: unknown[]): unknown => {
    if (!isLocalhost(hostname)) return Reflect.apply(lookup, dns, [hostname, ...rest]);
    const options = rest[0];
    const callback = rest.at(-1);
    if (typeof callback !== 'function') throw new TypeError('dns.lookup needs a callback');
    const all = typeof options === 'object' && options !== null && 'all' in options && options.all === true;
    return process.nextTick(() =>
      all ? callback(null, [LOOPBACK]) : callback(null, LOOPBACK.address, LOOPBACK.family),
    );
  };
  return Object.assign(answer, lookup);
}

function promisingLocalhost(lookup: typeof dns.promises.lookup): typeof dns.promises.lookup {
  const answer = async (hostname: string, options?: dns.LookupOptions): Promise<unknown> => {
    if (!isLocalhost(hostname)) return Reflect.apply(lookup, dns.promises, [hostname, options]);
    return options?.all === true ? [LOOPBACK] : LOOPBACK;
  };
  return answer as typeof lookup;
}

dns.lookup = answeringLocalhost(dns.lookup);
dns.promises.lookup = promisingLocalhost(dns.promises.lookup);
