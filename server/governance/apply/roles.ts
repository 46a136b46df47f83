import type { PersonIri } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { FounderAct, RoleEvent } from '../events/roles.ts';
import type { EventOf } from '../events.ts';
import type { Holder, Role } from '../roles/role.ts';
import { formerKey, type Petition } from '../roles/state.ts';
import { organisationsOf } from '../roll.ts';
import type { Handlers } from './handlers.ts';
import { noteAct } from './note-act.ts';
import { inPhase } from './proposals.ts';
import { enact, endRule, putCharter, putRule } from './rules.ts';

export const rolesHandlers = {
  'founder-acted'(context, { by, act }) {
    if (by !== context.draft.founder) senseless(context, `${by} acts as the founder and is not`);
    noteAct(context, by);
    applyAct(context, act);
  },
  'acts-ratified': (context, { proposal }) => enact(context, proposal),
  'acts-lapsed': lapse,
  nominated(context, { proposal, member, by }) {
    inPhase(context, proposal, 'nomination');
    noteAct(context, by);
    const asked = context.draft.asked.get(proposal) ?? [];
    if (asked.some((one) => one.member === member)) senseless(context, `${member} is asked to stand twice`);
    context.draft.asked.set(proposal, [...asked, { member, by }]);
  },
  'nomination-accepted'(context, { proposal: id, member, organisation, nominee, says }) {
    const proposal = inPhase(context, id, 'nomination');
    const nominees = proposal.nominees ?? [];
    if (nominees.some((one) => one.member === member || one.id === nominee)) {
      senseless(context, `${member} stands twice, or by somebody’s number`);
    }
    noteAct(context, member);
    answered(context, id, member);
    const added = { id: nominee, member, organisation, statement: says };
    context.draft.proposals.set(id, { ...proposal, nominees: [...nominees, added] });
  },
  'nomination-withdrawn'(context, { proposal: id, member }) {
    const proposal = inPhase(context, id, 'nomination');
    answered(context, id, member);
    const nominees = (proposal.nominees ?? []).filter((one) => one.member !== member);
    context.draft.proposals.set(id, { ...proposal, nominees });
  },
  'nobody-stood'(context, { proposal: id, refileFrom }) {
    const proposal = inPhase(context, id, 'nomination');
    context.draft.asked.delete(id);
    const phase = { state: 'lapsed', at: context.at, why: 'nobody-stood', refileFrom } as const;
    context.draft.proposals.set(id, { ...proposal, phase });
  },
  'seats-filled': fill,
  'term-ended': (context, { role, member }) => vacate(context, role, member, { recalled: false }),
  'recall-petitioned'(context, { kind: _, petition: id, by, organisation, ...said }) {
    if (context.draft.petitions.has(id)) senseless(context, `there is a petition ${id} already`);
    noteAct(context, by);
    const signatures = [{ by, organisation }];
    put(context, { ...said, id, openedAt: context.at, signatures });
  },
  'petition-signed'(context, { petition: id, by, organisation }) {
    const petition = petitionOf(context, id);
    if (petition.signatures.some((one) => one.by === by)) senseless(context, `${by} signs ${id} twice`);
    if (petition.lapsedAt !== undefined) senseless(context, `${id} is signed after it has lapsed`);
    noteAct(context, by);
    put(context, { ...petition, signatures: [...petition.signatures, { by, organisation }] });
  },
  'petition-lapsed'(context, { petition: id }) {
    const petition = petitionOf(context, id);
    if (petition.lapsedAt !== undefined) senseless(context, `${id} lapses twice`);
    context.draft.petitions.set(id, { ...petition, lapsedAt: context.at });
  },
  'recall-answered'(context, { petition: id, text }) {
    context.draft.petitions.set(id, { ...petitionOf(context, id), answer: text });
  },
  'member-recalled'(context, { proposal, role, member }) {
    vacate(context, role, member, { recalled: true });
    enact(context, proposal);
  },
} as const satisfies Handlers<RoleEvent>;

function applyAct(context: Context, act: FounderAct): void {
  const { draft, at } = context;
  switch (act.do) {
    case 'put-rule':
      putRule(context, act.rule);
      return;
    case 'end-rule':
      endRule(context, act.id);
      return;
    case 'amend-charter':
      putCharter(context, act.charter);
      draft.unvotedCharters = [...draft.unvotedCharters, { version: act.charter.version, at, why: 'founder' }];
      return;
    case 'appoint': {
      const holders = draft.holders.get(act.role) ?? [];
      if (holders.some(({ member }) => member === act.holder.member)) {
        senseless(context, `${act.holder.member} is appointed twice`);
      }
      draft.holders.set(act.role, [...holders, act.holder]);
      return;
    }
    default:
      never(act);
  }
}

function lapse(context: Context, { rules, appointed, charter }: EventOf<'acts-lapsed'>): void {
  const { draft, at } = context;
  if (draft.actsLapsedAt !== undefined) senseless(context, 'what the founder did lapses twice');
  for (const rule of rules) endRule(context, rule);
  for (const { role, member } of appointed) vacate(context, role, member, { recalled: false });
  if (charter !== undefined) {
    putCharter(context, charter);
    draft.unvotedCharters = [...draft.unvotedCharters, { version: charter.version, at, why: 'lapsed' }];
  }
  draft.actsLapsedAt = at;
}

/** Those elected take their seats; whoever else is left there has a term that is over, or a successor. */
function fill(context: Context, { proposal, role, filled, skipped, succeeded }: EventOf<'seats-filled'>): void {
  const { draft, at } = context;
  const before = draft.holders.get(role) ?? [];
  const isNew = (person: PersonIri) => filled.some(({ member }) => member === person);
  const leaves = ({ member, until }: Holder) => until <= at || succeeded.includes(member);
  for (const holder of before) if (!isNew(holder.member) && leaves(holder)) noteFormer(context, role, holder, false);
  const staying = before.filter((holder) => !isNew(holder.member) && !leaves(holder));
  draft.holders.set(role, [...staying, ...filled]);
  draft.asked.delete(proposal);
  enact(context, proposal);
  const enacted = draft.proposals.get(proposal);
  if (enacted !== undefined && skipped.length > 0) draft.proposals.set(proposal, { ...enacted, notSeated: skipped });
}

function vacate(context: Context, role: Role, member: PersonIri, { recalled }: { readonly recalled: boolean }): void {
  const { draft, at } = context;
  const holders = draft.holders.get(role) ?? [];
  const holder = holders.find((one) => one.member === member);
  if (holder === undefined) senseless(context, `${member} does not hold a seat of ${role}`);
  noteFormer(context, role, holder, recalled);
  draft.vacatedAt.set(role, at);
  draft.holders.set(
    role,
    holders.filter((one) => one !== holder),
  );
}

function noteFormer({ draft, at }: Context, role: Role, holder: Holder, recalled: boolean): void {
  const { member, terms, until } = holder;
  draft.formerHolders.set(formerKey(role, member), { terms, endedAt: at, until, recalled });
}

function answered({ draft }: Context, id: EventOf<'nominated'>['proposal'], member: PersonIri): void {
  const asked = draft.asked.get(id);
  if (asked === undefined) return;
  draft.asked.set(
    id,
    asked.filter((one) => one.member !== member),
  );
}

function petitionOf(context: Context, id: Petition['id']): Petition {
  return context.draft.petitions.get(id) ?? senseless(context, `there is no petition ${id}`);
}

/** Keeps a petition; complete from the signature on that was still missing. */
function put({ draft, at }: Context, petition: Petition): void {
  const { id, signatures, needed, organisationsNeeded, completedAt } = petition;
  const isComplete = signatures.length >= needed && organisationsOf(signatures) >= organisationsNeeded;
  draft.petitions.set(id, isComplete && completedAt === undefined ? { ...petition, completedAt: at } : petition);
}
