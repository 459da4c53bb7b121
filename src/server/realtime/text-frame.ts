/** Final, unmasked and text: the first byte of every frame that we send (RFC 6455, 5.2). */
const FINAL_TEXT = 0x81;
const LENGTH_IN_2_BYTES = 126;
const LENGTH_IN_8_BYTES = 127;
const SHORT = 126;
const LONG = 0x10000;

/** A whole WebSocket text frame as a server sends it (RFC 6455, 5.2): one buffer, so that it leaves in one write. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const start = length < SHORT ? 2 : length < LONG ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = FINAL_TEXT;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = LENGTH_IN_2_BYTES;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LENGTH_IN_8_BYTES;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, start);
  return frame;
}

let latestText = '';
let latestFrame: Buffer = textFrame(latestText);

/** The frame of a text. It mostly goes to several clients one after another: the latest is kept for the next of them. */
export function frameOf(text: string): Buffer {
  if (text !== latestText) {
    latestFrame = textFrame(text);
    latestText = text;
  }
  return latestFrame;
}
