/** A sparse matrix of small whole numbers by rows: row `r` is `columns` and `values` from `starts[r]` up to `starts[r + 1]`, times `scale`. */
export interface Matrix {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Int8Array;
  readonly scale: number;
}

/** One column before packing: rows in rising order. */
export interface Column {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

const LARGEST = 127;

/** Packs columns into rows; what rounds to nothing is left out. */
export function packColumns(rowCount: number, columns: readonly Column[]): Matrix {
  let largest = 0;
  for (const { values } of columns) for (const value of values) largest = Math.max(largest, Math.abs(value));
  const scale = largest === 0 ? 1 : largest / LARGEST;
  const starts = new Uint32Array(rowCount + 1);
  const each = (visit: (row: number, column: number, value: number) => void): void => {
    for (let column = 0; column < columns.length; column++) {
      const { rows, values } = columns[column] as Column;
      for (let i = 0; i < rows.length; i++) {
        const value = Math.round((values[i] as number) / scale);
        if (value !== 0) visit(rows[i] as number, column, value);
      }
    }
  };
  each((row) => {
    starts[row + 1] = (starts[row + 1] as number) + 1;
  });
  for (let row = 0; row < rowCount; row++)
    starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const next = starts.slice();
  const packed = {
    columns: new Uint32Array(starts[rowCount] as number),
    values: new Int8Array(starts[rowCount] as number),
  };
  each((row, column, value) => {
    const at = next[row] as number;
    next[row] = at + 1;
    packed.columns[at] = column;
    packed.values[at] = value;
  });
  return { starts, ...packed, scale };
}

/** Packs sparse rows as they are. */
export function packRows(rows: readonly { at: Int32Array; value: Float32Array }[]): Matrix {
  let largest = 0;
  let total = 0;
  for (const { value } of rows) {
    total += value.length;
    for (const one of value) largest = Math.max(largest, Math.abs(one));
  }
  const scale = largest === 0 ? 1 : largest / LARGEST;
  const matrix = {
    starts: new Uint32Array(rows.length + 1),
    columns: new Uint32Array(total),
    values: new Int8Array(total),
    scale,
  };
  let end = 0;
  rows.forEach(({ at, value }, row) => {
    at.forEach((column, i) => {
      const small = Math.round((value[i] as number) / scale);
      if (small === 0) return;
      matrix.columns[end] = column;
      matrix.values[end++] = small;
    });
    matrix.starts[row + 1] = end;
  });
  return { ...matrix, columns: matrix.columns.slice(0, end), values: matrix.values.slice(0, end) };
}

/** A row as a vector, its columns under other numbers; a column whose number is -1 is left out. */
export function vectorOfRow(
  { starts, columns, values, scale }: Matrix,
  row: number,
  numbers: Int32Array,
): { at: Int32Array; value: Float32Array } {
  const at: number[] = [];
  const value: number[] = [];
  for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
    const number = numbers[columns[i] as number] as number;
    if (number < 0) continue;
    at.push(number);
    value.push((values[i] as number) * scale);
  }
  return { at: Int32Array.from(at), value: Float32Array.from(value) };
}

/** Adds `factor` times a row to `sums`. */
export function addRow(
  { starts, columns, values, scale }: Matrix,
  row: number,
  factor: number,
  sums: Float64Array,
): void {
  const [from, to] = [starts[row] as number, starts[row + 1] as number];
  const step = factor * scale;
  for (let i = from; i < to; i++) {
    const column = columns[i] as number;
    sums[column] = (sums[column] as number) + step * (values[i] as number);
  }
}

/** The product of a row with a full vector. */
export function dotRow({ starts, columns, values, scale }: Matrix, row: number, full: Float64Array): number {
  const [from, to] = [starts[row] as number, starts[row + 1] as number];
  let sum = 0;
  for (let i = from; i < to; i++) sum += (values[i] as number) * (full[columns[i] as number] as number);
  return sum * scale;
}
