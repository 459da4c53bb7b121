import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Gets the payload of one text frame as a piece of a buffer that is only valid during the call. */
export type OnText = (buffer: Buffer, start: number, end: number) => void;

/** Any key but zero, which `ws` would spare itself undoing; a fresh one for each frame would only cost the load. */
const MASK = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);

/** A whole masked client frame (RFC 6455, 5.2) around the payload, and where the payload begins in it. */
export function clientFrame(payload: Buffer, opcode = 1): { frame: Buffer; offset: number } {
  const extended = payload.length < 126 ? 0 : 2;
  const offset = 2 + extended + 4;
  const frame = Buffer.alloc(offset + payload.length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (extended === 0 ? payload.length : 126);
  if (extended === 2) frame.writeUInt16BE(payload.length, 2);
  MASK.copy(frame, offset - 4);
  for (let i = 0; i < payload.length; i++) frame[offset + i] = maskedByte(payload[i] as number, i);
  return { frame, offset };
}

/** What a byte of a payload becomes at its place. */
export const maskedByte = (byte: number, place: number): number => byte ^ (MASK[place & 3] as number);

/**
 * A WebSocket client that does little but count: the load must cost so little beside the servers that it is never
 * what limits them. It reads text frames, answers pings and assumes nothing is compressed or continued.
 */
export class Wire {
  readonly socket: Socket;
  readonly #onText: OnText;
  #rest: Buffer | null = null;

  private constructor(socket: Socket, onText: OnText) {
    this.socket = socket;
    this.#onText = onText;
  }

  /** Resolves when the server has accepted the upgrade. `from`: a loopback address, to have more ports. */
  static open(port: number, path: string, onText: OnText, from = '127.0.0.1'): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', localAddress: from, noDelay: true });
      socket.once('error', reject);
      const key = randomBytes(16).toString('base64');
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
      );
      const wire = new Wire(socket, onText);
      let head = Buffer.alloc(0);
      const onHead = (chunk: Buffer) => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        socket.off('data', onHead);
        if (!head.toString('latin1').startsWith('HTTP/1.1 101'))
          return reject(new Error(head.toString('latin1')));
        socket.on('data', (data) => wire.#read(data));
        resolve(wire);
        if (head.length > end + 4) wire.#read(head.subarray(end + 4));
      };
      socket.on('data', onHead);
    });
  }

  sendText(text: string): void {
    this.socket.write(clientFrame(Buffer.from(text)).frame);
  }

  #read(chunk: Buffer): void {
    const data = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (;;) {
      const next = this.#frame(data, at);
      if (next === at) break;
      at = next;
    }
    this.#rest = at === data.length ? null : Buffer.from(data.subarray(at));
  }

  /** Takes the frame that begins here, and says where the next begins; the same place when it is not whole yet. */
  #frame(data: Buffer, at: number): number {
    if (data.length - at < 2) return at;
    let length = (data[at + 1] as number) & 0x7f;
    let start = at + 2;
    if (length >= 126) {
      const wide = length === 127;
      start += wide ? 8 : 2;
      if (data.length < start) return at;
      length = wide ? data.readUInt32BE(at + 6) : data.readUInt16BE(at + 2);
    }
    const end = start + length;
    if (data.length < end) return at;
    const opcode = (data[at] as number) & 0x0f;
    if (opcode === 1) this.#onText(data, start, end);
    else if (opcode === 9) this.socket.write(clientFrame(data.subarray(start, end), 10).frame);
    return end;
  }
}
