import type { EffectParts } from './parts.ts';
export async function carryOutReport(_: EffectParts, __: unknown): Promise<void> {}
