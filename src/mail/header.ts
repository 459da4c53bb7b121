/**
 * The head of a mail: its lines by lower-case name, unfolded (RFC 5322, 2.2.3), encoded words left as they are.
 */
export type Head = ReadonlyMap<string, readonly string[]>;

export interface HeaderLine {
  readonly key: string;
  /** The whole line with its name, folded as it came. */
  readonly line: string;
}

export function headOf(lines: readonly HeaderLine[]): Head {
  const head = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]*/g, ' ')
      .trim();
    head.set(key, [...(head.get(key) ?? []), value]);
  }
  return head;
}

/** The first line of this name, in lower case; '' when there is none. */
export const headerOf = (head: Head, name: string): string => head.get(name)?.[0]?.toLowerCase() ?? '';
