import type { ProposalId } from '../community/ids.ts';
import { standing } from './emergency/emergency.ts';
import type { CommunityState } from './state.ts';

/**
 * What a community lets another server do (governance.md §3.8), decided by its members and by nobody else:
 * `suspend`: nothing from there reaches it, and its members there rest; `limit`: what is written there is for members
 * only; `reject-media`: pictures and files from there are left out; `allow`: let in where only named servers are.
 */
export type ServerLevel = 'suspend' | 'limit' | 'reject-media' | 'allow';

export const SERVER_LEVELS: readonly ServerLevel[] = ['suspend', 'limit', 'reject-media', 'allow'];

/** A decision about a server. The key in the state is its host, lower case, with its port where it has one. */
export interface ServerLimit {
  readonly level: ServerLevel;
  readonly since: Date;
  /** The decision that is in force. */
  readonly proposal: ProposalId;
  /** Set when memberships that a suspension had severed have ended for good. */
  readonly relationsEndedAt?: Date;
}

/** For so long what a suspension severed comes back when it is lifted (governance.md §3.8). */
export const RESTORABLE_DAYS = 90;

type Facts = Pick<CommunityState, 'community' | 'servers' | 'charter' | 'emergencies'>;

/** The decision that applies to a host: its own, or that of the nearest domain above it. */
export function limitOf({ servers }: Pick<Facts, 'servers'>, host: string): ServerLimit | null {
  if (servers.size === 0) return null;
  const covering = [...servers].filter(([server]) => covers(server, host));
  const [nearest] = covering.sort(([one], [other]) => other.length - one.length);
  return nearest?.[1] ?? null;
}

/**
 * Whether nothing from a host is let in: the members decided so, or it is blocked for the moment. A community's own
 * server is never cut off: nobody could act on it any more.
 */
export function isCutOff(state: Facts, host: string): boolean {
  return isCutOffByDecision(state, host) || isBlocked(state, host);
}

/** The same by decision alone: no emergency touches who stands on a roll, and who may vote (governance.md §3.8). */
export function isCutOffByDecision(state: Facts, host: string): boolean {
  const onlyNamed = state.charter.parameters.federation === 'allow-list';
  if ((!onlyNamed && state.servers.size === 0) || hostOf(state.community) === host) return false;
  const limit = limitOf(state, host);
  return limit === null ? onlyNamed : limit.level === 'suspend';
}

/** Whether a server is blocked in an emergency. */
function isBlocked(state: Facts, host: string): boolean {
  if (state.emergencies.size === 0) return false;
  return standing(state).some(({ act }) => act.do === 'block-server' && covers(act.server, host));
}

/** Whether a server's name covers a host: the host itself, or one below it; without a port, whatever the port. */
export function covers(server: string, host: string): boolean {
  const [name = '', port] = server.split(':', 2);
  const [asked = '', askedPort] = host.toLowerCase().split(':', 2);
  if (port !== undefined && port !== askedPort) return false;
  return asked === name || asked.endsWith(`.${name}`);
}

/** A server's host from what somebody typed (a host, a handle, an address); `null` when there is none in it. */
export function parseServer(text: string): string | null {
  const host = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^.*@/, '')
    .replace(/\/.*$/, '');
  if (host === '' || host.length > 253 || /[\s?#\\]/.test(host) || !URL.canParse(`https://${host}`)) return null;
  const parsed = new URL(`https://${host}`).host;
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?$/.test(parsed) && /[.:]/.test(parsed) ? parsed : null;
}

/** The host of an actor's id, with its port where it has one; empty for what is no address. */
export function hostOf(iri: string): string {
  return URL.canParse(iri) ? new URL(iri).host : '';
}
