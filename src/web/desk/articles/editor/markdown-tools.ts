/** A text with what is selected of it, as positions. */
export interface Selection {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Puts something before and after what is selected, which stays selected. */
export function wrapped({ text, from, to }: Selection, before: string, after: string): Selection {
  return {
    text: text.slice(0, from) + before + text.slice(from, to) + after + text.slice(to),
    from: from + before.length,
    to: to + before.length,
  };
}

/** Begins each line that is touched by the selection with a mark. */
export function lined({ text, from, to }: Selection, mark: (line: number) => string): Selection {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to) === -1 ? text.length : text.indexOf('\n', to);
  const lines = text.slice(start, end).split('\n');
  const marked = lines.map((line, i) => mark(i) + line).join('\n');
  return { text: text.slice(0, start) + marked + text.slice(end), from: start, to: start + marked.length };
}

/** Puts something where the selection begins, as a block of its own. */
export function asBlock({ text, from }: Selection, block: string): Selection {
  const [before, after] = [text.slice(0, from), text.slice(from)];
  const gap = (near: string, edge: RegExp) =>
    near.trim() === '' ? '' : '\n'.repeat(2 - (edge.exec(near)?.[0].length ?? 0));
  const put = gap(before, /\n{0,2}$/) + block + gap(after, /^\n{0,2}/);
  return { text: before + put + after, from: from + put.length, to: from + put.length };
}
