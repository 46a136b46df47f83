/** Every name of a field in a schema (zod), however deep. */
export function namesIn(schema: unknown, seen = new Set<unknown>()): readonly string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const shape = 'shape' in schema ? (schema.shape as object) : {};
  const def = 'def' in schema ? Object.values(schema.def as object) : [];
  const parts = [...def, ...Object.values(shape), ...(Array.isArray(schema) ? schema : [])];
  return [...Object.keys(shape), ...parts.flatMap((part) => namesIn(part, seen))];
}
