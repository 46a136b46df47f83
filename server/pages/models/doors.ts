import type { DoorsModel } from '../../../views/parts/doors.ts';
import { doorsHere } from '../../accounts/sign-up.ts';
import type { House } from '../../actions/house.ts';

/** How one may open an account here, as pages say it. */
export async function doorsModel(house: Pick<House, 'communities' | 'states'>): Promise<DoorsModel> {
  const { mode, domains } = await doorsHere(house);
  return { signUp: mode, domains };
}
