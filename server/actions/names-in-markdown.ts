import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** The type of a token that holds a name, as it is typed. */
export const NAME = 'name';

interface Written {
  readonly pages?: ReadonlyMap<string, string>;
}

/** No part of a word, an e-mail address or a path; a full stop or a hyphen at the end belongs to the sentence. */
const NAMED =
  /(?<![\p{L}\p{N}/_])@[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?(?:@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d+)?)?/gu;

/**
 * Finds names in Markdown, and writes those as links whose page stands in `env.pages`, as other servers write mentions.
 * The text of a link, of code and what stands after a `\` is left alone.
 */
export function withNames(markdown: MarkdownIt): void {
  // Before what was escaped becomes text like any other.
  markdown.core.ruler.after('linkify', 'names', (state) => {
    for (const block of state.tokens) if (block.children?.length) block.children = namesOf(state, block.children);
  });
  markdown.renderer.rules[NAME] = (tokens, at, _options, env) => {
    const { content = '' } = tokens[at] ?? {};
    const text = markdown.utils.escapeHtml(content);
    const page = (env as Written | undefined)?.pages?.get(content.slice(1));
    if (page === undefined) return text;
    return `<span class="h-card"><a href="${markdown.utils.escapeHtml(page)}" class="u-url mention">${text}</a></span>`;
  };
}

function namesOf(state: StateCore, children: readonly Token[]): Token[] {
  let links = 0;
  return children.flatMap((token) => {
    if (token.type === 'link_open') links++;
    if (token.type === 'link_close') links--;
    return token.type === 'text' && links === 0 && token.content.includes('@') ? split(state, token) : [token];
  });
}

/** A text, the names in it by themselves. */
function split(state: StateCore, { content, level }: Token): readonly Token[] {
  const piece = (type: string, from: number, to: number) =>
    Object.assign(new state.Token(type, '', 0), { content: content.slice(from, to), level });
  const pieces: Token[] = [];
  let read = 0;
  for (const { 0: said, index } of content.matchAll(NAMED)) {
    if (index > read) pieces.push(piece('text', read, index));
    read = index + said.length;
    pieces.push(piece(NAME, index, read));
  }
  if (read < content.length) pieces.push(piece('text', read, content.length));
  return pieces;
}
