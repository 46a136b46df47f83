import type { CaseId } from '../community/ids.ts';
import type { CommunityState } from '../governance/state.ts';
import type { Cosigned } from '../ports/witnessing.ts';
import { checkpointText, cosignedAt } from '../record/checkpoint.ts';
import { readKeyLine } from '../record/note.ts';
import { isGenuine } from './evidence.ts';
import type { House } from './house.ts';
import type { VerifyFault } from './verify-record.ts';

/**
 * What is kept beside the record and its votes, as far as the record says anything about it: countersignatures,
 * evidence, and how many reported.
 *
 * What cannot be found: the words of a report, of which the record has no hash, since that would help to guess who
 * reported; a countersignature that is gone, or was replaced together with its key. For those, the witness has its own.
 */
export async function verifyBeside(
  house: Partial<Pick<House, 'evidence' | 'reports'>>,
  state: CommunityState,
  cosignatures: readonly Cosigned[],
): Promise<{ readonly faults: readonly VerifyFault[]; readonly notes: readonly string[] }> {
  const said = new Set(cosignatures.flatMap(({ witness, cosigned }) => (cosigned === undefined ? [] : [witness])));
  const silent = [...state.links.keys()].filter((linked) => !said.has(linked));
  return {
    faults: [
      ...cosignatures.flatMap(cosignatureFaults),
      ...(await evidenceFaults(house, state)),
      ...(await reportFaults(house, state)),
    ],
    notes: silent.map((linked) => `${linked} is linked, and no countersignature of it is kept here.`),
  };
}

/** That its root is the record's own is checked with the record. */
function cosignatureFaults({ community, witness, cosigned }: Cosigned): readonly VerifyFault[] {
  if (cosigned === undefined) return [];
  const { size, root, line, key, at } = cosigned;
  const read = readKeyLine(key);
  const text = checkpointText({ origin: community, size, root });
  const signedAt = read === undefined ? undefined : cosignedAt(text, line, witness, read.key);
  if (signedAt?.getTime() === at.getTime()) return [];
  return [
    {
      where: `countersignature of ${witness}`,
      text: `What ${witness} is said to have countersigned at entry ${size} does not fit its signature: somebody changed it. Ask that community what it saw.`,
    },
  ];
}

/** What cases were judged by, as it is kept, against what the record has the hash of. Kept texts may be gone. */
async function evidenceFaults(
  { evidence }: Partial<Pick<House, 'evidence'>>,
  { cases }: CommunityState,
): Promise<readonly VerifyFault[]> {
  const faults: VerifyFault[] = [];
  for (const { id, acts } of evidence === undefined ? [] : cases.values()) {
    const kept = await Promise.all(acts.map((act) => evidence?.byHash(act.evidence)));
    if (kept.every((one) => !one || isGenuine(one))) continue;
    const text = `What was reported in ${id} is not as it was kept: somebody changed it afterwards.`;
    faults.push({ where: `evidence in ${id}`, text });
  }
  return faults;
}

/** A case rests on so many reports. More may be kept (taken back, or come too late), never fewer. */
async function reportFaults(
  { reports }: Partial<Pick<House, 'reports'>>,
  { community, cases }: CommunityState,
): Promise<readonly VerifyFault[]> {
  const faults: VerifyFault[] = [];
  for (const { id, respondent, cited, reports: counted } of reports === undefined ? [] : cases.values()) {
    if (counted === 0 || reports === undefined) continue;
    const kept = await reports.inCase(community, id);
    if (kept.length >= counted) continue;
    // What has been counted and is just being put into its case.
    const onTheWay = (await reports.under(community, respondent, cited.rule)).filter((one) => one.case === undefined);
    if (kept.length + onTheWay.length >= counted) continue;
    faults.push({ where: `reports in ${id}`, text: fewer(id, counted, kept.length) });
  }
  return faults;
}

const fewer = (id: CaseId, counted: number, kept: number): string =>
  `${id} rests on ${counted} ${counted === 1 ? 'report' : 'reports'}, and ${kept} ${kept === 1 ? 'is' : 'are'} kept: somebody removed one, or put it into another case.`;
