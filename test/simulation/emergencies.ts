import type { EmergencyId } from '../../server/community/ids.ts';
import type { EmergencyAct } from '../../server/governance/emergency/emergency.ts';
import { holdersOf } from '../../server/governance/roles/role.ts';
import type { Cases } from './cases.ts';
import type { Ledger } from './ledger.ts';
import { tenured } from './people.ts';
import type { World } from './world.ts';

type Once = (day: number, act: () => Promise<void>) => Promise<void>;

/** What moderators meet at once: some confirmed, some not, one lifted. */
export class Emergencies {
  private readonly world: World;
  private readonly ledger: Ledger;
  private readonly cases: Cases;

  constructor(world: World, ledger: Ledger, cases: Cases) {
    this.world = world;
    this.ledger = ledger;
    this.cases = cases;
  }

  async look(once: Once): Promise<void> {
    await once(70, async () => void (await this.declare('hide', true)));
    await once(110, async () => void (await this.declare('mute', false)));
    await once(160, async () => void (await this.declare('block', true)));
    await once(215, async () => {
      const emergency = await this.declare('mute', true);
      if (emergency !== null) await this.lift(emergency);
    });
  }

  private async declare(what: 'hide' | 'mute' | 'block', confirmed: boolean): Promise<EmergencyId | null> {
    const { world, ledger } = this;
    const state = await world.state();
    const moderators = holdersOf(state, 'moderator', world.now()).map(({ member }) => member);
    const [first, ...others] = moderators;
    const author = world.chance.pick(tenured(state, world.now()).filter((one) => !moderators.includes(one)));
    const post = await this.cases.write(author, 'Something very bad.');
    if (first === undefined || post === null) return null;
    const acts: Readonly<Record<typeof what, EmergencyAct>> = {
      hide: { do: 'hide-post', post, author },
      mute: { do: 'mute', person: author },
      block: { do: 'block-server', server: 'flood.example' },
    };
    const asked = { community: world.guild, by: first, harm: 'flood', act: acts[what], facts: 'A flood of messages.' };
    const declared = await world.actions.declareEmergency({ ...asked, grounds: [post] });
    if (!ledger.done('emergencies declared', declared) || declared.value.event.kind !== 'emergency-declared')
      return null;
    const { emergency } = declared.value.event;
    for (const by of confirmed ? others : []) {
      const second = await world.actions.confirmEmergency({ community: world.guild, emergency, by });
      if (ledger.done('emergencies confirmed', second)) break;
    }
    return emergency;
  }

  private async lift(emergency: EmergencyId): Promise<void> {
    const { world, ledger } = this;
    const by = holdersOf(await world.state(), 'moderator', world.now()).at(-1)?.member;
    if (by === undefined) return;
    ledger.done('emergencies lifted', await world.actions.liftEmergency({ community: world.guild, emergency, by }));
  }
}
