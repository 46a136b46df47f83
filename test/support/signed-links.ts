/** What stands in a link by which a member elsewhere acts, as whoever has it can read. */
export interface LinkParts {
  readonly kind: string;
  /** `petition guild RC-1` */
  readonly subject: string;
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly end: number;
}

/** @param link `/act/…` */
export function partsOf(link: string): LinkParts {
  const [payload = ''] = link.slice('/act/'.length).split('.');
  const [kind, subject, person, end] = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return { kind, subject, person, end };
}

/** Links as others could make them of one they saw, for somebody else or something else, for longer, and cut or grown. */
export function tampered(link: string, others: Pick<LinkParts, 'person' | 'subject'>): readonly string[] {
  const parts = partsOf(link);
  const [payload = '', mac = ''] = link.slice('/act/'.length).split('.');
  const forged = (more: Partial<LinkParts>) => {
    const { kind, subject, person, end } = { ...parts, ...more };
    return `/act/${Buffer.from(JSON.stringify([kind, subject, person, end])).toString('base64url')}.${mac}`;
  };
  return [
    forged({ person: others.person }),
    forged({ subject: others.subject }),
    forged({ end: parts.end + 365 * 86_400_000 }),
    `/act/${payload}.${[...mac].reverse().join('')}`,
    `/act/${payload}.`,
    `/act/${payload}`,
    `${link}.${mac}`,
    `${link}x`,
  ];
}

/** Everything in the documents of a database that could be the proof in a link, wherever it stands. */
export function proofsIn(documents: Iterable<unknown>): readonly string[] {
  const text = JSON.stringify([...documents]);
  return [...new Set([...text.matchAll(/[\w-]{20,}\.[\w-]{43}(?![\w-])/g)].map(([found]) => found))];
}
