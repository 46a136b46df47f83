import { activityIri } from '../../server/community/ids.ts';
import type { ReceiveContext } from './context.ts';

/** The post that an id means: its own, or that of an activity of ours about it, which is what some servers name. */
export async function postNamed(
  { addresses, activities }: Pick<ReceiveContext, 'addresses' | 'activities'>,
  id: string,
): Promise<string> {
  if (!addresses.isHere(id)) return id;
  return (await activities.byIri(activityIri(id)))?.object ?? id;
}
