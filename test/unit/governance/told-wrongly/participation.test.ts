import { describe, expect, it } from '@jest/globals';
import { digest, organisation, proposalId } from '../../../../server/community/ids.ts';
import { hashOf } from '../../../../server/record/canonical.ts';
import { alice, bob, carol, dave, Village } from '../village.ts';
import { told } from './telling.ts';

describe('a record is not read in which', () => {
  /** A vote that is on. */
  function voting() {
    const village = Village.of(bob, carol, dave);
    const proposal = village.toTheVote(alice, { kind: 'amend-charter', parameters: { votingDays: 9 } });
    return { village, proposal };
  }

  it('voters of one server are asked twice, or when the vote is over', () => {
    const { village, proposal } = voting();
    const asked = (domain: string) =>
      ({ kind: 'sample-asked', proposal, domain: organisation(domain), ballots: 9, asked: [] }) as const;
    village.write(asked('south.example'));
    village.write(asked('east.example'));
    expect(village.state.samples.get(proposal)?.map(({ domain }) => domain)).toEqual(['south.example', 'east.example']);
    expect(told(village, asked('south.example'))).toMatch(/south.example is asked twice about P-1/);
    village.pass(30);
    expect(told(village, asked('west.example'))).toMatch(/not in voting/);
    expect(told(village, { ...asked('west.example'), proposal: proposalId(7) })).toMatch(/there is no proposal P-7/);
  });

  it('a ballot is disputed twice, or on what nobody voted on', () => {
    const { village, proposal } = voting();
    const leaf = digest(hashOf('a ballot'));
    const disputed = { kind: 'ballot-disputed', proposal, by: carol, leaf } as const;
    village.write(disputed);
    expect(told(village, disputed)).toMatch(/one ballot on P-1 is disputed twice/);
    village.write({ ...disputed, leaf: digest(hashOf('another')) });
    expect(village.state.ballotDisputes.get(proposal)).toMatchObject([
      { by: carol, leaf, at: village.now },
      { by: carol },
    ]);
    const next = village.propose(bob, { kind: 'amend-charter', parameters: { discussionDays: 9 } });
    expect(told(village, { ...disputed, proposal: next })).toMatch(/there was no vote on P-2/);
    expect(told(village, { ...disputed, proposal: proposalId(7) })).toMatch(/there was no vote on P-7/);
  });
});
