import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isLoopbackAddress, isLoopbackName, isPublicAddress } from './addresses.ts';

/** One answer of the DNS. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Asks the DNS for all addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export const resolveByDns: Resolve = (hostname) => lookup(hostname, { all: true });

/** Thrown into the connection attempt, so that no packet leaves for a forbidden address. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/** What may be connected to. */
export interface ConnectRules {
  /** Also this machine itself (tests and the demo), and nothing else that is private. */
  readonly allowLoopback: boolean;
  readonly resolve: Resolve;
  readonly timeoutMs: number;
}

/**
 * undici's connector with the guard inside: the address that is checked is the very address that is connected to, so
 * a name that answers differently the second time (DNS rebinding) gains nothing. Literal addresses never pass through
 * a lookup and are checked on their own.
 */
export function guardedConnector(rules: ConnectRules): buildConnector.connector {
  const connect = buildConnector({ lookup: guardedLookup(rules), timeout: rules.timeoutMs, allowH2: false });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !mayConnectTo(host, rules)) callback(forbidden(host, host), null);
    else connect(options, callback);
  };
}

/** A lookup for net.connect: all of a name's addresses when all of them are allowed, otherwise an error. */
export function guardedLookup(rules: ConnectRules): LookupFunction {
  return (hostname, options, callback) => {
    allowedAddresses(hostname, rules).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) callback(notFound(hostname), '');
        else if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, ''),
    );
  };
}

async function allowedAddresses(hostname: string, rules: ConnectRules): Promise<readonly ResolvedAddress[]> {
  if (isLoopbackName(hostname)) {
    if (!rules.allowLoopback) throw forbidden(hostname, 'this machine');
    return [{ address: '127.0.0.1', family: 4 }];
  }
  const addresses = await rules.resolve(hostname);
  const private_ = addresses.find(({ address }) => !mayConnectTo(address, rules));
  if (private_ !== undefined) throw forbidden(hostname, private_.address);
  return addresses;
}

function mayConnectTo(address: string, { allowLoopback }: ConnectRules): boolean {
  return isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address));
}

const forbidden = (hostname: string, address: string): PrivateAddressError =>
  new PrivateAddressError(`${hostname} leads to ${address}, which is not on the public internet`);

const notFound = (hostname: string): Error => new Error(`${hostname} has no address`);
