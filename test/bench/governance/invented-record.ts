import { actorIri, communityIri, postIri, proposalId, ruleId } from '../../../server/community/ids.ts';
import { addDays, addHours } from '../../../server/governance/dates.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import type { Entry } from '../../../server/record/entry.ts';
import { LINK_RULE } from '../../support/link-rule.ts';
import { Book, madeUp, organisationOf, person } from './book.ts';
import { adoptLinkRule, endedVote, openedVote, pinned } from './vote.ts';

/** People who propose and second, and never leave. */
const REGULARS = 12;

/**
 * The record of a large community, entry by entry: of a hundred entries about 58 say that somebody joined, 15 that
 * somebody left, 18 that a rule held a post and that the hold ended, 8 tell of a proposal from its submission to its
 * end, and one that the operator was refused. Every entry makes sense after those before it. Always the same.
 */
export function* inventedRecord(size: number): Generator<Entry> {
  const book = new Book(new Date('2026-03-01T08:00:00.000Z'));
  yield book.founding();
  for (const event of invented(() => book.at)) {
    if (book.seq === size) return;
    yield book.entry(event);
  }
}

function* invented(now: () => Date): Generator<GovernanceEvent> {
  const crowd = new Crowd();
  while (crowd.joined < REGULARS) yield crowd.join();
  yield* vote(1, now, true);
  yield { kind: 'rule-in-force', proposal: proposalId(1), rule: linkRule(now()) };
  for (let round = 1; ; round += 1) {
    for (let joins = 0; joins < 58; joins += 1) yield crowd.join();
    for (let leaves = 0; leaves < 15; leaves += 1) yield crowd.leave();
    for (let posts = 0; posts < 9; posts += 1) yield held(9 * round + posts, now());
    for (let posts = 0; posts < 9; posts += 1)
      yield { kind: 'hold-ended', post: post(9 * round + posts), how: 'time-over' };
    const passes = round % 2 === 0;
    const number = round + 1;
    yield* vote(number, now, passes);
    if (passes) yield { kind: 'community-linked', proposal: proposalId(number), community: linked(number) };
    else yield crowd.join();
    yield { kind: 'attempt-refused', by: 'operator', what: 'post delete', target: post(round), through: 'command' };
  }
}

/** Who comes and who goes: whoever leaves has been there for a while. */
class Crowd {
  joined = 0;
  private left = REGULARS;

  join(): GovernanceEvent {
    this.joined += 1;
    const member = person(this.joined);
    return { kind: 'member-joined', member, organisation: organisationOf(member) };
  }

  leave(): GovernanceEvent {
    this.left += 1;
    return { kind: 'member-left', member: person(this.left) };
  }
}

function* vote(number: number, now: () => Date, passes: boolean): Generator<GovernanceEvent> {
  const change = number === 1 ? adoptLinkRule : ({ kind: 'link-community', community: linked(number) } as const);
  const roll = { root: madeUp(number), active: 50, size: 60 };
  yield* openedVote(number, now(), pinned(roll), change);
  yield* endedVote(number, now(), passes);
}

const post = (number: number) => postIri(`https://town${number % 40}.example/posts/${number}`);
const linked = (number: number) => communityIri(`https://town${number}.example/communities/bakers`);

const linkRule = (at: Date) => ({
  ...LINK_RULE,
  id: ruleId(1),
  version: 1,
  adoptedBy: proposalId(1),
  activeFrom: at,
  sunsetAt: addDays(at, 365),
});

function held(number: number, at: Date): GovernanceEvent {
  return {
    kind: 'post-held',
    until: addHours(at, 72),
    statement: {
      post: post(number),
      author: actorIri(person(number)),
      evidence: madeUp(number),
      cited: { rule: ruleId(1), version: 1 },
      effect: { do: 'hold', hours: 72 },
      actAt: at,
      facts: `The author has been a member for 3 days; the post carries ${3 + (number % 5)} links.`,
      automated: true,
      decidedBy: 'rule',
    },
  };
}
