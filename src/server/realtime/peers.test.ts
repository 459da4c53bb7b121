import { expect, test } from 'vitest';
import { Peers } from './peers.ts';

test('whoever has just begun to listen does not take itself for alone', () => {
  const peers = new Peers(15, 0);
  expect(peers.isAlone(14)).toBe(false);
  expect(peers.isAlone(15)).toBe(true);
});

test('a sign of life counts until it is old, and is new again after that', () => {
  const peers = new Peers(15, 0);
  expect(peers.heard('b', 20)).toBe(true);
  expect(peers.heard('b', 25)).toBe(false);
  expect(peers.isAlone(39)).toBe(false);
  expect(peers.isAlone(40)).toBe(true);
  expect(peers.heard('b', 41)).toBe(true);
});

test('after a doubt nobody is known to be silent', () => {
  const peers = new Peers(15, 0);
  peers.doubt(100);
  expect(peers.isAlone(114)).toBe(false);
  expect(peers.isAlone(115)).toBe(true);
});
