import type { House } from '../actions/house.ts';
import { addHours } from '../governance/dates.ts';
import { epochOf, epochsLater } from '../governance/voices/epoch.ts';
import { type Issuer, readStatement } from '../governance/voices/issuer.ts';
import { createLoop } from '../loop.ts';
import type { FetchText } from './lists.ts';

type Needs = Pick<House, 'communities' | 'states' | 'voices' | 'clock' | 'log'>;

const LOOK_EVERY_MS = 60_000;
const ASKED_EVERY_HOURS = 1;

/** Asks the issuers that communities here accept what they issued, each once an hour, whether anybody wants to know or
 * not: were one asked when a token is spent, it would learn when that was. */
export interface IssuerReader {
  start(): void;
  /** Looks now. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

export function createIssuerReader(house: Needs, fetchText: FetchText): IssuerReader {
  const { voices, clock, log } = house;

  async function look(): Promise<undefined> {
    const issuers = await acceptedIssuers(house);
    for (const issuer of issuers) {
      const now = clock.now();
      if (await voices.claim(issuer, now, addHours(now, -ASKED_EVERY_HOURS))) await ask(issuer, epochOf(now));
    }
    // Voices speak until the end of the month after their own.
    if (issuers.length > 0) await voices.forgetBefore(epochsLater(epochOf(clock.now()), -1));
  }

  async function ask(issuer: Issuer, present: string): Promise<void> {
    for (const epoch of [present, epochsLater(present, -1)]) {
      const answer = await fetchText(`${issuer.url}/epochs/${epoch}.json`, 'application/json');
      const statement = answer.ok ? await readStatement(issuer, epoch, answer.value) : null;
      if (answer.ok && statement !== null) await voices.keepSaid(issuer, epoch, answer.value);
      else if (epoch === present) {
        const why = answer.ok ? 'it is not signed with the key that the members accepted' : answer.refusal;
        log.warn({ issuer: issuer.url, epoch, why }, 'what an issuer says of an epoch is not known; asked again soon');
      }
    }
  }

  const loop = createLoop({
    look,
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => log.error({ err: cause }, 'issuers could not be asked; tried again soon'),
  });
  return { start: loop.start, tick: loop.settle, stop: loop.stop };
}

/** Every issuer that some community here accepts, each key once. */
async function acceptedIssuers({ communities, states, log }: Needs): Promise<readonly Issuer[]> {
  const found = new Map<string, Issuer>();
  for (const { iri } of await communities.here()) {
    const state = await states.load(iri).catch((cause: unknown) => {
      log.error({ err: cause, community: iri }, 'the issuers of a community are not known: its record cannot be read');
      return null;
    });
    for (const issuer of state?.issuers.values() ?? []) found.set(issuer.key, issuer);
  }
  return [...found.values()];
}
