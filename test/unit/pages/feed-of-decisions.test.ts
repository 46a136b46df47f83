import { expect, it } from '@jest/globals';
import { createAddresses } from '../../../server/community/addresses.ts';
import type { Community } from '../../../server/community/community.ts';
import { proposalEntry } from '../../../server/pages/models/feed.ts';
import { alice, bob, carol, GUILD, LINK_RULE, Village } from '../governance/village.ts';

it('a feed says of a decision how it came out', () => {
  const village = Village.of(bob, carol);
  const id = village.toTheVote(alice, { kind: 'adopt-rule', rule: LINK_RULE });
  for (const voter of [alice, bob, carol]) village.vote(voter, id, 'yes');
  while (village.phaseOf(id) === 'voting') village.pass(0.5);
  const proposal = village.state.proposals.get(id);
  if (proposal === undefined) throw new Error('it is not there');
  const community = { iri: GUILD, name: 'guild', title: 'Guild', home: 'here' } as Community;
  const addresses = createAddresses('https://north.example');
  const { sanitisedHtml, title } = proposalEntry({ addresses }, { community, proposal, began: {} });
  expect(title).toBe(`${id} ${proposal.title}`);
  expect(sanitisedHtml).toMatch(/\. 3 yes, 0 no, 0 abstained\.<\/p>$/);
});
