import { type BareItem, type InnerList, parseDictionary, writeInnerList } from './structured-fields.ts';

/** One of the signatures that Signature-Input and Signature state together (RFC 9421 §4). Times are unix seconds. */
export interface MessageSignature {
  readonly keyId: string | undefined;
  /** Undefined when the sender names none. */
  readonly algorithm: string | undefined;
  /** The names of what is covered, in signing order; each once. */
  readonly components: readonly string[];
  /** Whether a component asks for `;sf`, `;key`, `;bs`, `;req`, `;tr` or `;name`, which are not supported. */
  readonly hasComponentParameters: boolean;
  readonly created: number | undefined;
  readonly expires: number | undefined;
  readonly bytes: Buffer;
  /** The value of @signature-params (§2.3). */
  readonly written: string;
}

/** Lower case, as §2.1 demands; with @ in front a derived component. */
const COMPONENT = /^@?[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/;

/**
 * The signatures that can be read, in the order of Signature-Input: those that have bytes in the Signature header,
 * list components properly and state their parameters in the right types. None when a header cannot be read at all.
 * Never throws.
 */
export function readSignatures(signatureInput: string, signature: string): readonly MessageSignature[] {
  const inputs = parseDictionary(signatureInput);
  const signatures = parseDictionary(signature);
  if (inputs === undefined || signatures === undefined) return [];
  return [...inputs].flatMap(([label, input]) => {
    const made = signatures.get(label);
    if (input.kind !== 'list' || made?.kind !== 'item' || made.item.kind !== 'bytes') return [];
    return readSignature(input, made.item.value) ?? [];
  });
}

function readSignature(input: InnerList, bytes: Buffer): MessageSignature | undefined {
  const components = input.items.map(({ item }) => (item.kind === 'string' ? item.value : ''));
  if (!components.every((name) => COMPONENT.test(name))) return undefined;
  const hasComponentParameters = input.items.some(({ parameters }) => parameters.size > 0);
  // §2.5: the same component twice is an error. With parameters it need not be the same, but is refused later.
  if (!hasComponentParameters && new Set(components).size < components.length) return undefined;
  const { parameters } = input;
  const texts = ['keyid', 'alg', 'nonce', 'tag'].map((name) => parameters.get(name));
  const times = ['created', 'expires'].map((name) => parameters.get(name));
  if (!texts.every(isAbsentOr('string')) || !times.every(isAbsentOr('integer'))) return undefined;
  const [keyId, algorithm] = texts.map(textOf);
  const [created, expires] = times.map(secondsOf);
  const written = writeInnerList(input);
  return { keyId: keyId || undefined, algorithm, components, hasComponentParameters, created, expires, bytes, written };
}

const isAbsentOr =
  (kind: BareItem['kind']) =>
  (item: BareItem | undefined): boolean =>
    item === undefined || item.kind === kind;

const textOf = (item: BareItem | undefined): string | undefined => (item?.kind === 'string' ? item.value : undefined);

const secondsOf = (item: BareItem | undefined): number | undefined =>
  item?.kind === 'integer' ? item.value : undefined;
