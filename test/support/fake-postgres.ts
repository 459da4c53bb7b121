import { type AddressInfo, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const text = (value: string): Buffer => Buffer.from(`${value}\0`);

const signedIn = message('R', int32(0));
const ready = message('Z', Buffer.from('I'));

/** One row of text columns, as the protocol's answer to a simple query. */
function answer(row: Record<string, string>): Buffer {
  const columns = Object.keys(row).map((name) =>
    // name, table, column, type text, its size, its modifier, format text
    Buffer.concat([text(name), int32(0), int16(0), int32(25), int16(0xffff), int32(-1), int16(0)]),
  );
  const values = Object.values(row).map((value) =>
    Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)]),
  );
  return Buffer.concat([
    message('T', Buffer.concat([int16(columns.length), ...columns])),
    message('D', Buffer.concat([int16(values.length), ...values])),
    message('C', text('SELECT 1')),
    ready,
  ]);
}

/** Lets anybody in, and does something about whatever is said after that. */
function serve(socket: Socket, heard: (chunk: Buffer) => void): void {
  let isFirst = true;
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    if (isFirst) socket.write(Buffer.concat([signedIn, ready]));
    else heard(chunk);
    isFirst = false;
  });
}

async function listen(heard: (socket: Socket, chunk: Buffer) => void): Promise<{ url: string }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    serve(socket, (chunk) => heard(socket, chunk));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `postgres://user:secret@127.0.0.1:${(server.address() as AddressInfo).port}/support` };
}

/** Speaks just enough of PostgreSQL's protocol to let anybody in and to answer every query with this row. */
export const startFakePostgres = (row: Record<string, string>): Promise<{ url: string }> =>
  listen((socket, chunk) => {
    if (chunk.toString('latin1', 0, 1) === 'Q') socket.write(answer(row));
  });

/** Lets anybody in, and hangs up on the first thing they ask. */
export const startRudePostgres = (): Promise<{ url: string }> => listen((socket) => socket.resetAndDestroy());
