/** The little that these scripts use of a page. */
export interface Part {
  hidden: boolean;
  textContent: string | null;
  value: string;
  readonly checked: boolean;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  disabled: boolean;
  href: string;
  download: string;
  click(): void;
  focus(): void;
  addEventListener(event: 'click' | 'submit', act: (event: { preventDefault(): void }) => void): void;
  querySelectorAll(what: string): Iterable<Part>;
}

interface Surroundings {
  readonly document: { querySelector(what: string): Part | null; readonly documentElement: { readonly lang: string } };
  readonly localStorage: {
    getItem(name: string): string | null;
    setItem(name: string, value: string): void;
    removeItem(name: string): void;
  };
}

export const { document, localStorage } = globalThis as unknown as Surroundings;

export const part = (what: string): Part | null => document.querySelector(what);

export function show(what: string, is = true): void {
  const found = part(what);
  if (found !== null) found.hidden = !is;
}

export function say(what: string, text: string): void {
  const found = part(what);
  if (found !== null) found.textContent = text;
}

/** Lets the browser save a text as a file. */
export function offer(link: string, name: string, text: string): void {
  const found = part(link);
  if (found === null) return;
  found.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  found.download = name;
  found.hidden = false;
}

/** What is said where the server says nothing: the page hands it over. */
export type SendingWords = Readonly<Record<'refused' | 'lost', string>>;

/**
 * Sends a form's fields; the answer, or the sentence with which it was refused. Without a cookie the server cannot know
 * which language was chosen, so the page's is asked for.
 */
export async function post(
  path: string,
  fields: Readonly<Record<string, string>>,
  { credentials, words }: { readonly credentials: 'omit' | 'same-origin'; readonly words: SendingWords },
): Promise<
  | { readonly ok: true; readonly answer: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly text: string }
> {
  try {
    const headers = { Accept: 'application/json', 'Accept-Language': document.documentElement.lang };
    const response = await fetch(path, { method: 'POST', body: new URLSearchParams(fields), credentials, headers });
    const answer = (await response.json()) as Readonly<Record<string, string>>;
    if (response.ok) return { ok: true, answer };
    return { ok: false, text: answer.text ?? answer.message ?? words.refused };
  } catch {
    return { ok: false, text: words.lost };
  }
}
