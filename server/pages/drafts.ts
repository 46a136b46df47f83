import type { Request } from 'express';
import type { Html } from '../../views/html.ts';
import type { Shell } from '../../views/layout.ts';
import type { Preview } from '../../views/pages/propose.ts';
import { proposeCharterPage, proposeRepealPage, proposeRulePage } from '../../views/pages/propose.ts';
import { proposeLimitPage, proposeLinkPage, proposeListPage } from '../../views/pages/propose-federation.ts';
import { proposeIntentPage } from '../../views/pages/propose-intent.ts';
import { proposeIssuerPage } from '../../views/pages/propose-issuer.ts';
import { proposeReadmitPage } from '../../views/pages/propose-readmit.ts';
import type { Form } from '../../views/parts/field.ts';
import type { Pages } from '../community/addresses.ts';
import type { RuleId } from '../community/ids.ts';
import { phrase, said } from '../community/said.ts';
import type { Change, Proposal } from '../governance/proposal.ts';
import { versionAt } from '../governance/rules/in-force.ts';
import type { Rule } from '../governance/rules/rule.ts';
import { LEVEL_WORDS } from '../governance/server-words.ts';
import type { CommunityState } from '../governance/state.ts';
import { field, pageHandle } from './context.ts';
import { provisionallyBy } from './founder-acts.ts';
import type { Governed } from './governed.ts';
import { citeRule } from './models/change.ts';
import { parameterModel } from './models/charter.ts';
import { CHARTER_FIELDS, readParameter } from './models/charter-form.ts';
import { whatFollows, whatFollowsBeside } from './models/draft.ts';
import {
  ISSUER_FIELDS,
  LIMIT_FIELDS,
  LINK_FIELDS,
  LIST_FIELDS,
  readIssuerForm,
  readLimit,
  readLink,
  readList,
} from './models/federation-form.ts';
import { INTENT_CHANGE_FIELDS, readIntentChange } from './models/intent-form.ts';
import { READMIT_FIELDS, readReadmission, removedFrom } from './models/readmit-form.ts';
import { RULE_FIELDS } from './models/rule-fields.ts';
import { readRule } from './models/rule-form.ts';
import { PARAMETERS } from './models/rules.ts';

type FederationAct =
  | 'limit-server'
  | 'link-community'
  | 'unlink-community'
  | 'move-community'
  | 'follow-list'
  | 'unfollow-list'
  | 'accept-issuer'
  | 'end-issuer';
const WITHOUT_RULE = [
  'adopt-rule',
  'amend-charter',
  'state-intent',
  'limit-server',
  'link-community',
  'unlink-community',
  'move-community',
  'follow-list',
  'unfollow-list',
  'accept-issuer',
  'end-issuer',
  'readmit',
] as const;

/** What somebody wants to change. */
export type Asked =
  | { readonly kind: 'adopt-rule' | 'amend-charter' | 'state-intent' | 'readmit' | FederationAct }
  | { readonly kind: 'amend-rule' | 'repeal-rule'; readonly rule: Rule };

/** Reads `amend-rule:R-1` or `repeal-rule:R-1`, or the name of another change; `null` for anything else. */
export function askedFor({ state, now }: Governed, change: string): Asked | null {
  const [kind, id] = change.split(':', 2);
  const named = WITHOUT_RULE.find((known) => known === kind);
  if (named !== undefined && id === undefined) return { kind: named };
  if ((kind !== 'amend-rule' && kind !== 'repeal-rule') || id === undefined) return null;
  const rule = versionAt(state.rules, id as RuleId, now);
  return rule && { kind, rule };
}

interface Around {
  readonly shell: Shell;
  readonly governed: Governed;
  readonly pages: Pages;
  readonly form: Form<string>;
  readonly preview?: Preview;
  /** The proposal that it would be another text for. */
  readonly beside?: Proposal;
  /** Whether this is the server's home community, which decides for all of them. */
  readonly isHome: boolean;
}

/** The page on which a change of that kind is written down. */
export function draftPage(asked: Asked, { governed, pages, beside, isHome, ...rest }: Around): Html {
  const { state, brief, community } = governed;
  const { parameters } = state.charter;
  const own = provisionallyBy(governed, asked);
  const forMembers = community.membersOnly === true;
  const draft = {
    ...rest,
    community: brief,
    forMembers,
    whatFollows: beside === undefined ? whatFollows(parameters, asked.kind) : whatFollowsBeside(beside),
    ...(beside && {
      beside: { id: beside.id, title: beside.title, path: pages.proposal(pageHandle(community), beside.id) },
    }),
    ...own,
  };
  const cited = (rule: Rule) => citeRule({ pages, handle: pageHandle(community) }, rule);
  switch (asked.kind) {
    case 'adopt-rule':
      return proposeRulePage({ ...draft, home: isHome, maxHoldHours: parameters.maxHoldHours });
    case 'amend-rule':
      return proposeRulePage({
        ...draft,
        home: isHome,
        maxHoldHours: parameters.maxHoldHours,
        amends: cited(asked.rule),
      });
    case 'repeal-rule':
      return proposeRepealPage({ ...draft, repeals: cited(asked.rule) });
    case 'amend-charter': {
      const choices = PARAMETERS.map((name) => parameterModel(name, parameters));
      return proposeCharterPage({ ...draft, parameters: choices });
    }
    case 'state-intent':
      return proposeIntentPage({ ...draft, intent: state.intent ?? {} });
    case 'limit-server': {
      const decided = [...state.servers].map(([server, { level }]) => said`${server}: ${phrase(LEVEL_WORDS[level])}.`);
      return proposeLimitPage({ ...draft, decided });
    }
    case 'link-community':
    case 'unlink-community':
    case 'move-community':
      return proposeLinkPage({ ...draft, kind: asked.kind });
    case 'readmit':
      return proposeReadmitPage({ ...draft, removed: removedFrom(state) });
    case 'follow-list':
    case 'unfollow-list':
      return proposeListPage({ ...draft, kind: asked.kind, lists: [...state.lists.keys()] });
    case 'accept-issuer':
    case 'end-issuer':
      return proposeIssuerPage({ ...draft, kind: asked.kind, accepted: [...state.issuers.keys()] });
  }
}

/** A draft as it was sent: a change, or the form with what is wrong in it. */
export type DraftRead = { readonly values: Form<string>['values'] } & (
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly form: Form<string> }
);

/** Reads the form that was sent into a change. */
export function readDraft(asked: Asked, request: Request, state: CommunityState): DraftRead {
  const { maxHoldHours } = state.charter.parameters;
  switch (asked.kind) {
    case 'adopt-rule': {
      const values = valuesIn(request, RULE_FIELDS);
      const read = readRule(values, { maxHoldHours });
      return read.ok ? { values, ok: true, change: { kind: asked.kind, rule: read.draft } } : { values, ...read };
    }
    case 'amend-rule': {
      const values = valuesIn(request, RULE_FIELDS);
      const { id } = asked.rule;
      const read = readRule(values, { maxHoldHours });
      return read.ok ? { values, ok: true, change: { kind: asked.kind, id, rule: read.draft } } : { values, ...read };
    }
    case 'repeal-rule':
      return {
        values: valuesIn(request, ['title', 'reasons']),
        ok: true,
        change: { kind: asked.kind, id: asked.rule.id },
      };
    case 'amend-charter': {
      const values = valuesIn(request, CHARTER_FIELDS);
      const read = readParameter(values);
      return read.ok
        ? { values, ok: true, change: { kind: asked.kind, parameters: read.parameters } }
        : { values, ...read };
    }
    case 'state-intent': {
      const values = valuesIn(request, INTENT_CHANGE_FIELDS);
      return { values, ...readIntentChange(values) };
    }
    case 'limit-server': {
      const values = valuesIn(request, LIMIT_FIELDS);
      return { values, ...readLimit(values) };
    }
    case 'link-community':
    case 'unlink-community':
    case 'move-community': {
      const values = valuesIn(request, LINK_FIELDS);
      return { values, ...readLink(asked.kind, values) };
    }
    case 'readmit': {
      const values = valuesIn(request, READMIT_FIELDS);
      return { values, ...readReadmission(state, values) };
    }
    case 'follow-list':
    case 'unfollow-list': {
      const values = valuesIn(request, LIST_FIELDS);
      return { values, ...readList(asked.kind, values) };
    }
    case 'accept-issuer':
    case 'end-issuer': {
      const values = valuesIn(request, ISSUER_FIELDS);
      return { values, ...readIssuerForm(asked.kind, values) };
    }
  }
}

const valuesIn = (request: Request, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, field(request, name)]));
