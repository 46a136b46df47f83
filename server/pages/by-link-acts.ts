import type { CommunityIri, JuryId, PersonIri, PetitionId, ProposalId } from '../community/ids.ts';
import { refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { AnswersOf, Given } from './by-link.ts';
import { choiceIn } from './choice.ts';
import { field, NotFound } from './context.ts';
import type { Followed } from './models/by-link.ts';
import { CAST, CHANGED, refusedText, STATED } from './proposal.ts';
import { memberTyped, NOBODY } from './roles.ts';

/** Who acts, and where: as the link says, whatever the form says. */
function place({ governed, person }: Followed): { readonly community: CommunityIri; readonly by: PersonIri } {
  if (governed === undefined) throw new NotFound('This link is about no community.');
  return { community: governed.community.iri, by: person.iri };
}

const on = (followed: Followed) => ({ ...place(followed), proposal: followed.act.id as ProposalId });
const onJury = (followed: Followed) => ({ ...place(followed), jury: followed.act.id as JuryId });

const ANSWERED = {
  accept: said`You are on the jury. You will hear when the vote opens.`,
  decline: said`You declined. The next by the draw is asked.`,
  recuse: said`You stepped back. The next by the draw is asked.`,
} as const;

/** What each kind of link allows, form by form. */
export const ANSWERS: AnswersOf = {
  second: {
    second: async ({ actions }, _request, followed) => ({
      result: await actions.secondProposal(on(followed)),
      done: said`You seconded it.`,
    }),
  },
  vote: {
    async ballot({ actions }, request, followed): Promise<Given> {
      const { by: voter, community, proposal } = on(followed);
      const found = followed.governed?.state.proposals.get(proposal);
      if (found === undefined) throw new NotFound('There is no such proposal.');
      const choice = choiceIn(request, found);
      const change = field(request, 'change') === 'yes';
      const result = await actions.castBallot({ community, proposal, voter, choice, change, via: 'web' });
      const done = change ? CHANGED : CAST;
      return { result, done };
    },
  },
  paper: {
    async paper({ actions }, request, followed): Promise<Given> {
      const { by: member, ...vote } = on(followed);
      const result = await actions.issuePaper({ ...vote, member, blinded: field(request, 'blinded') });
      return { result, done: '', as: 'json' };
    },
    async code({ actions }, _request, followed): Promise<Given> {
      const { by: member, ...vote } = on(followed);
      const made = await actions.paperCode({ ...vote, member });
      return { result: made.ok ? { ok: true, value: made.value.code } : made, done: '', as: 'code' };
    },
  },
  ballot: {
    own: async ({ actions }, request, followed) => ({
      result: await actions.confirmBallot({ ...on(followed), leaf: field(request, 'leaf') }),
      done: said`Thank you. Nobody is told.`,
    }),
    'not-own': async ({ actions }, request, followed) => ({
      result: await actions.denyBallot({ ...on(followed), leaf: field(request, 'leaf') }),
      done: said`It stands in the open book.`,
    }),
  },
  stand: {
    stand: async ({ actions }, request, followed) => ({
      result: await actions.stand({ ...on(followed), statement: field(request, 'statement') }),
      done: said`You stand in this election.`,
    }),
    'stand-down': async ({ actions }, _request, followed) => ({
      result: await actions.standDown(on(followed)),
      done: said`You do not stand in this election.`,
    }),
    async nominate(parts, request, followed): Promise<Given> {
      const member = await memberTyped(parts, field(request, 'member').trim());
      const done = said`They were asked, and can say yes or no.`;
      if (member === null) return { result: refused('nobody', NOBODY), done };
      return { result: await parts.actions.nominate({ ...on(followed), member }), done };
    },
  },
  petition: {
    sign: async ({ actions }, _request, followed) => ({
      result: await actions.signPetition({ ...place(followed), petition: followed.act.id as PetitionId }),
      done: said`You signed.`,
    }),
  },
  challenge: {
    challenge: async ({ actions }, request, followed) => ({
      result: await actions.signChallenge({ ...on(followed), ground: field(request, 'ground') }),
      done: said`You signed it.`,
    }),
  },
  minority: {
    async minority({ actions }, request, followed): Promise<Given> {
      const text = field(request, 'text');
      const result = await actions.stateMinority({ ...on(followed), text });
      return { result, done: STATED, ...(result.ok ? {} : { form: refusedText(text, result) }) };
    },
    'minority/sign': async ({ actions }, request, followed) => ({
      result: await actions.signMinority({ ...on(followed), statement: Number(field(request, 'statement')) }),
      done: said`You signed it.`,
    }),
  },
  jury: {
    async answer({ actions }, request, followed): Promise<Given> {
      const given = field(request, 'answer');
      const answer = given === 'accept' || given === 'recuse' ? given : 'decline';
      return { result: await actions.answerJuryCall({ ...onJury(followed), answer }), done: ANSWERED[answer] };
    },
    vote: async ({ actions }, request, followed) => ({
      result: await actions.voteOnJury({ ...onJury(followed), option: field(request, 'option') }),
      done: said`Your vote is cast.`,
    }),
    deliberation: async ({ actions }, request, followed) => ({
      result: await actions.writeToJury({ ...onJury(followed), kind: 'word', text: field(request, 'text') }),
      done: said`The others can read it now.`,
    }),
    async seed({ actions }, request, followed): Promise<Given> {
      const part = { commitment: field(request, 'commitment'), text: field(request, 'text') };
      const result = await actions.contributeToSeed({ ...onJury(followed), ...part });
      return { result, done: said`Your part is in. Keep your words: you will be asked to show them.` };
    },
    'seed/round': async ({ actions }, request, followed) => ({
      result: await actions.handInRound({ ...onJury(followed), said: field(request, 'signature') }),
      done: said`The round is in. The jury is drawn from it.`,
    }),
    'seed/show': async ({ actions }, request, followed) => ({
      result: await actions.showSeedPart({ ...onJury(followed), secret: field(request, 'secret') }),
      done: said`Your words are part of the draw. Thank you.`,
    }),
  },
  digest: {
    async setting({ house }, request, { person }): Promise<Given> {
      const wanted = field(request, 'letter') === 'on';
      await house.digestSettings.set(person.iri, wanted);
      const done = wanted ? said`You get the weekly letter again.` : said`You get no weekly letter any more.`;
      return { result: { ok: true, value: null }, done };
    },
  },
};
