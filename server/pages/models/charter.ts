import type { CharterModel } from '../../../views/pages/charter.ts';
import type { ParameterModel } from '../../../views/parts/charter-parameter.ts';
import { type CharterParameters, ENTRENCHED } from '../../governance/charter.ts';
import { CHARTER_PARTS } from '../../governance/charter-parameters.ts';
import { partOf } from '../../governance/charter-words.ts';
import { isProvisional, ratificationOf } from '../../governance/roles/provisional.ts';
import { provisionalParameters } from '../../governance/roles/ratification.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { Citing } from './change.ts';
import { PARAMETERS, type ParameterName } from './rules.ts';
import { phaseOf } from './stages.ts';

/** The charter in plain words, part by part, with every version there was. */
export function charterModel(
  citing: Citing,
  { foundedAt, now }: { readonly foundedAt: Date; readonly now: Date },
): Omit<CharterModel, 'shell' | 'community'> {
  const { state } = citing;
  return {
    version: state.charter.version,
    parts: partsOf(state),
    intent: state.intent ?? {},
    state: `${citing.pages.community(citing.handle)}/propose/draft?change=state-intent`,
    entrenched: ENTRENCHED,
    changes: charterChanges(citing, foundedAt),
    ...(isProvisional(state, now) ? { provisionalUntil: state.provisionalUntil } : {}),
    ...ratificationModel(citing),
  };
}

function partsOf(state: CommunityState): CharterModel['parts'] {
  const { parameters } = state.charter;
  const hers = state.actsLapsedAt === undefined && !isRatified(state) ? provisionalParameters(state) : [];
  return CHARTER_PARTS.map((part) => ({
    part,
    parameters: PARAMETERS.filter((name) => partOf(name) === part).map((name) => ({
      ...parameterModel(name, parameters),
      ...(hers.includes(name) ? { provisional: true } : {}),
    })),
  }));
}

/** A parameter as a charter sets it. */
export function parameterModel(parameter: ParameterName, charter: CharterParameters): ParameterModel {
  const value = charter[parameter];
  return value === undefined ? { parameter } : { parameter, value };
}

const isRatified = (state: CommunityState): boolean => ratificationOf(state)?.phase.state === 'in-force';

function ratificationModel({ state, pages, handle }: Citing): Pick<CharterModel, 'ratification'> {
  const vote = ratificationOf(state);
  if (vote === undefined) return {};
  return { ratification: { id: vote.id, path: pages.proposal(handle, vote.id), phase: phaseOf(vote.phase) } };
}

/** For machines. */
const HOW = {
  founding: 'with the founding',
  founder: 'by the founder, provisionally',
  lapsed: 'when what the founder did was not ratified',
} as const;

/** Every version of the charter, newest first: the first with the founding, others by decision or by the founder. */
export function charterChanges({ state, pages, handle }: Citing, foundedAt: Date): CharterModel['changes'] {
  const voted = [...state.proposals.values()]
    .flatMap(({ id, change, phase }) =>
      change.kind === 'amend-charter' && phase.state === 'in-force' ? [{ id, at: phase.since }] : [],
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  return state.charters
    .map(({ version }, index) => {
      const other = state.unvotedCharters.find((one) => one.version === version);
      if (other !== undefined) return { version, at: other.at, how: other.why };
      const decided = index === 0 ? undefined : voted.shift();
      if (decided === undefined) return { version, at: foundedAt, how: 'founding' as const };
      return { version, at: decided.at, decision: { id: decided.id, path: pages.proposal(handle, decided.id) } };
    })
    .reverse();
}

/** The same for machines: everything there is, nothing in words but what no vote removes. */
export function charterData(citing: Citing, foundedAt: Date): object {
  const { state } = citing;
  const changes = charterChanges(citing, foundedAt);
  return {
    community: state.community,
    version: state.charter.version,
    parameters: state.charter.parameters,
    intent: state.intent ?? {},
    entrenched: ENTRENCHED,
    ...(state.provisionalUntil > foundedAt ? { provisionalUntil: state.provisionalUntil } : {}),
    versions: state.charters.map(({ version, parameters }) => {
      const change = changes.find((one) => one.version === version);
      return { version, since: change?.at, by: change?.decision?.id ?? (change?.how && HOW[change.how]), parameters };
    }),
  };
}
