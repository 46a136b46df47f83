import type { Proposal } from '../../governance/proposal.ts';
import type { PostedBallot } from '../../governance/secret/crypto/ballots.ts';
import { LEAST_PUBLISHED } from '../../governance/secret/tellers.ts';
import type { CommunityState } from '../../governance/state.ts';
import { encodeEntry } from '../../record/encoding.ts';
import type { House } from '../house.ts';

/**
 * Everything that a recount of a decided secret vote takes (`governance/secret/election.ts`); `null` while there is none, and
 * for votes of which only totals are told. To others than members it names nobody: tellers are numbered, the roll, who
 * was given a paper, and the entries of the record are left out.
 */
export async function electionBundle(
  house: Pick<House, 'secretBallots' | 'boards' | 'record'>,
  { community, secretVotes }: CommunityState,
  { id: proposal, title, pinned, outcome }: Proposal,
  { isMember }: { readonly isMember: boolean },
): Promise<Readonly<Record<string, unknown>> | null> {
  const secret = secretVotes.get(proposal);
  if (pinned?.secret === undefined || outcome === undefined || secret?.board === undefined) return null;
  if (secret.board.ballots < LEAST_PUBLISHED) return null;
  const vote = { community, proposal };
  const [board, roll, issued] = await Promise.all([
    house.boards.board(community, proposal),
    house.boards.roll(community, proposal),
    house.secretBallots.issuedTo(vote),
  ]);
  const kept = await house.secretBallots.withLeaves(vote, board?.leaves ?? []);
  const { tellers } = pinned.secret;
  const unnamed = tellers.map(({ key }, place) => ({ teller: `teller ${place + 1}`, key }));
  return {
    format: 'folkmoot/election/1',
    community,
    proposal,
    title,
    pinned: isMember ? pinned : { ...pinned, secret: { ...pinned.secret, tellers: unnamed } },
    board: secret.board,
    ballots: kept.map(
      ({ token, turn, prefix, paper, sealed, signature }): PostedBallot => ({
        token,
        turn,
        prefix,
        paper,
        sealed,
        signature,
      }),
    ),
    keys: secret.opened.flatMap(({ teller, key }) =>
      key === undefined ? [] : [{ place: tellers.findIndex((one) => one.teller === teller), key }],
    ),
    tally: outcome.tally,
    ...(isMember ? { roll: roll?.entries ?? [], issued, entries: await entriesAbout(house, vote) } : {}),
  };
}

const ABOUT: ReadonlySet<string> = new Set([
  'proposal-frozen',
  'voting-ended',
  'secret-board-closed',
  'proposal-decided',
]);

async function entriesAbout(
  { record }: Pick<House, 'record'>,
  vote: { community: CommunityState['community']; proposal: Proposal['id'] },
) {
  const found: unknown[] = [];
  for await (const entry of record.after(vote.community, 0)) {
    const { event } = entry;
    if (ABOUT.has(event.kind) && 'proposal' in event && event.proposal === vote.proposal)
      found.push(encodeEntry(entry));
  }
  return found;
}
