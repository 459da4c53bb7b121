import type { ISql } from 'postgres';
import type { PictureType } from '../../attachments/re-encode.ts';

export interface PictureRow {
  id: string;
  type: PictureType;
  bytes: number;
  width: number;
  height: number;
}

export async function insertPicture(sql: ISql, row: PictureRow, at: Date, by: string | null): Promise<void> {
  const { id, type, bytes, width, height } = row;
  await sql`insert into article_pictures (id, type, bytes, width, height, added_at, added_by)
    values (${id}, ${type}, ${bytes}, ${width}, ${height}, ${at}, ${by})`;
}

export async function findPicture(sql: ISql, id: string): Promise<PictureRow | null> {
  const [row] = await sql<PictureRow[]>`
    select id, type, bytes, width, height from article_pictures where id = ${id}`;
  return row ?? null;
}
