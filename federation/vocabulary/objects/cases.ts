import type { Addresses } from '../../../server/community/addresses.ts';
import type { Community } from '../../../server/community/community.ts';
import type { Case } from '../../../server/governance/cases/case.ts';
import { LEVEL_WORDS } from '../../../server/governance/cases/ladder.ts';
import { ACTIVITYSTREAMS } from '../names.ts';
import type { JsonObject } from '../read.ts';

/** The words of a case that ActivityStreams has none for. */
const CASE_CONTEXT = [
  ACTIVITYSTREAMS,
  {
    folkmoot: 'urn:folkmoot:',
    Case: 'folkmoot:Case',
    state: 'folkmoot:state',
    rule: 'folkmoot:rule',
    version: 'folkmoot:version',
    measure: 'folkmoot:measure',
    level: 'folkmoot:level',
  },
] as const;

/**
 * A case as anybody may read it: where it stands, the rule, the measure. Nobody is named in it: not who reported, not
 * whom it is about, not who decided. A `Flag` cannot be updated (w3c/activitystreams#609), so a server that sent one
 * is sent this whenever it changes.
 */
export function caseDocument(
  found: Case,
  { community, addresses }: { readonly community: Community; readonly addresses: Addresses },
): JsonObject {
  const { id, cited, decision, openedAt } = found;
  const rules = `${addresses.origin}${addresses.page.rules(community.name)}`;
  return {
    '@context': CASE_CONTEXT,
    id: addresses.case(community.name, id),
    type: 'Case',
    name: `Case ${id}`,
    attributedTo: community.iri,
    published: openedAt.toISOString(),
    summary: stateWords(found),
    state: found.phase.state,
    rule: { name: cited.rule, version: cited.version, url: `${rules}#${cited.rule}-v${cited.version}` },
    ...(decision && { measure: measureOf(decision) }),
    ...(found.appeal?.outcome && { appeal: found.appeal.outcome }),
    url: `${addresses.origin}${addresses.page.case(community.name, id)}`,
  };
}

function measureOf({ level, until }: NonNullable<Case['decision']>): JsonObject {
  if (level === null) return { name: 'none' };
  return { level, name: LEVEL_WORDS[level].name, ...(until && { endTime: until.toISOString() }) };
}

/** Where a case stands, in a sentence that names nobody. */
function stateWords({ phase, decision, appeal }: Case): string {
  const { level } = decision ?? { level: null };
  const outcome = level === null ? 'No measure was taken.' : `The measure: ${LEVEL_WORDS[level].name}.`;
  switch (phase.state) {
    case 'open':
      return 'The moderators look at it.';
    case 'jury':
      return 'A jury looks at it.';
    case 'demanded':
      return 'A jury looks at it in the place of the moderators.';
    case 'decided':
      return `Decided; it can be appealed. ${outcome}`;
    case 'appealed':
      return `Decided, and appealed: a jury looks at it again. ${outcome}`;
    case 'withdrawn':
      return 'The report was taken back.';
    case 'final':
      return appeal?.outcome === 'overturned'
        ? 'Decided for good: nothing stands of it.'
        : `Decided for good. ${outcome}`;
  }
}
