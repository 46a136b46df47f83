import { createHash } from 'node:crypto';
import type { CommunityIri, PersonIri, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { mayHavePaper } from '../../governance/secret/papers.ts';
import type { House } from '../house.ts';
import { blindSign } from './blind-sign.ts';

type Needs = Pick<House, 'states' | 'boards' | 'secretBallots' | 'clock'>;

export interface PaperAsked {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly member: PersonIri;
  /** What is to be signed, in base64url; says nothing to whoever signs it. */
  readonly blinded: string;
}

/**
 * The registrar gives a member her ballot paper (governance.md §3.6): one blind signature (RFC 9474) for each member
 * on the roll. Asked again with the same paper, as after a lost connection, the answer is the same; another paper is
 * refused. That she was given one is all that is kept. Nothing of this is logged.
 */
export async function issuePaper(house: Needs, asked: PaperAsked): Promise<Result<{ readonly signature: string }>> {
  const { community, proposal, member, blinded } = asked;
  const state = await house.states.load(community);
  if (state === null) return refused('no-such-community', 'There is no such community here.');
  const vote = { community, proposal };
  const roll = await house.boards.roll(community, proposal);
  const allowed = mayHavePaper({ state, proposal, member, roll, now: house.clock.now() });
  if (!allowed.ok) return allowed;
  const keys = await house.secretBallots.keys(vote);
  if (keys?.issuer !== allowed.value.setup.issuer || keys.issuerPrivate === undefined) {
    throw new Error(`the issuing key of ${proposal} is not the one that was pinned`);
  }
  const signature = blindSign(keys.issuerPrivate, blinded);
  if (signature === null) return refused('bad-paper', 'This is no ballot paper of this vote. Load the page again.');
  const blindedHash = createHash('sha256').update(blinded).digest('hex');
  const issued = await house.secretBallots.issue(vote, allowed.value.entry.member, blindedHash);
  if (issued === 'other') {
    return refused(
      'already-issued',
      'You were given your ballot paper already. There is one for each member; use the browser or the file where yours is.',
    );
  }
  return accepted({ signature });
}

/** A code by which a member may ask for her paper without being signed in: with the command, or from elsewhere. */
export async function paperCode(
  house: Needs & Pick<House, 'random'>,
  { community, proposal, member }: Omit<PaperAsked, 'blinded'>,
): Promise<Result<{ readonly code: string }>> {
  const state = await house.states.load(community);
  if (state === null) return refused('no-such-community', 'There is no such community here.');
  const roll = await house.boards.roll(community, proposal);
  const allowed = mayHavePaper({ state, proposal, member, roll, now: house.clock.now() });
  if (!allowed.ok) return allowed;
  const code = house.random(16);
  await house.secretBallots.keepCode({ community, proposal }, member, hashOfCode(code));
  return accepted({ code });
}

/** The same as `issuePaper`, for whoever brings a code. */
export async function issuePaperByCode(
  house: Needs,
  { code, ...asked }: Omit<PaperAsked, 'member'> & { readonly code: string },
): Promise<Result<{ readonly signature: string }>> {
  const member = await house.secretBallots.memberOfCode(asked, hashOfCode(code));
  if (member === null) {
    return refused('bad-code', 'This code is not one of this vote. Make a new one on the page of the vote.');
  }
  return issuePaper(house, { ...asked, member });
}

const hashOfCode = (code: string): string => createHash('sha256').update(code.trim().toLowerCase()).digest('hex');
