import type { CHARTER_PARAMETERS } from '../words/charter-parameters.ts';
import { CHARTER_VALUE } from '../words/charter-values.ts';
import type { Message } from '../words/language.ts';
import type { Say } from '../words/speaking.ts';

/** A number or a choice of a charter, by the name that decisions have for it. */
export interface ParameterModel {
  readonly parameter: keyof typeof CHARTER_PARAMETERS;
  /** Absent where the charter does not speak of it. A number's unit stands at the end of its name. */
  readonly value?: number | string;
  /** The founder set it, and the members have not decided about it yet. */
  readonly provisional?: boolean;
}

const UNITS: readonly (readonly [RegExp, Message])[] = [
  [/Days$/, CHARTER_VALUE.days],
  [/Hours$/, CHARTER_VALUE.hours],
  [/Months$/, CHARTER_VALUE.months],
  [/Percent$/, CHARTER_VALUE.percent],
];
const SIGN_UP: Readonly<Record<string, Message>> = {
  open: CHARTER_VALUE.open,
  request: CHARTER_VALUE.request,
  invitation: CHARTER_VALUE.invitation,
};

/** What it is set to, with its unit. Lists that members wrote stay as they are. */
export function parameterValue({ parameter, value }: ParameterModel, say: Say): string {
  switch (parameter) {
    case 'federation':
      return say.text(CHARTER_VALUE[value === 'allow-list' ? 'allow-list' : 'block-list']);
    case 'juryRandomness':
      return say.text(CHARTER_VALUE[value === 'drand' ? 'drand' : 'commit-reveal']);
    case 'signUpDomains':
      return value === undefined ? say.text(CHARTER_VALUE.none) : String(value);
    default: {
      if (typeof value !== 'number') return chosen(value, say);
      const unit = UNITS.find(([end]) => end.test(parameter))?.[1];
      return unit === undefined ? String(value) : say.text(unit, { count: value });
    }
  }
}

function chosen(value: string | undefined, say: Say): string {
  const named = value === undefined || !Object.hasOwn(SIGN_UP, value) ? undefined : SIGN_UP[value];
  return named === undefined ? (value ?? '') : say.text(named);
}
