import { PROTOCOL_VERSION } from '../../../src/contract/limits.ts';

/** How our frames travel to one kind of server: as they are, or inside Socket.IO's event packets. */
export interface Dialect {
  path: string;
  /** What goes out first; `ready` then says which answers mean that posting may begin. */
  opening(ticket: string): string[];
  before: string;
  after: string;
  isReady(text: string): boolean;
  /** What must be answered at once to stay connected; null when nothing. */
  reply(text: string): string | null;
}

const plain: Dialect = {
  path: '/api/socket',
  opening: (ticket) => [JSON.stringify({ t: 'hello', v: PROTOCOL_VERSION, ticket })],
  before: '',
  after: '',
  isReady: (text) => text.startsWith('{"t":"welcome"'),
  reply: () => null,
};

/** Engine.IO 4 and Socket.IO 5 packets: 0 open, 2 ping, 3 pong, 40 connect, 42 event. */
const socketio: Dialect = {
  path: '/socket.io/?EIO=4&transport=websocket',
  opening: () => ['40'],
  before: '42["frame",',
  after: ']',
  isReady: (text) => text.startsWith('40'),
  reply: (text) => (text === '2' ? '3' : null),
};

export const dialects = { plain, socketio };
export type DialectName = keyof typeof dialects;
