import { expect, it } from 'vitest';
import { leadOf } from './lead.ts';
import { piecesOf } from './pieces.ts';

const lead = (text: string) => {
  const link = piecesOf(text).find((piece) => piece.kind === 'link');
  if (link === undefined) throw new Error(`no link in ${text}`);
  return leadOf(link, ['pay.example'], 'https://help.pay.example');
};

it.each([
  'https://pay.example/a',
  'https://www.pay.example',
  'https://PAY.example:8443/',
  'https://pay.example./x',
])('%s is ours and opens at once', (text) => {
  expect(lead(text)).toMatchObject({ official: true, href: new URL(text).href });
});

it.each([
  'https://pay.example.evil.example/',
  'https://notpay.example',
  'https://evil.example/pay.example',
  'https://рay.example',
])('%s opens by way of the page that says where it leads', (text) => {
  const { official, href } = lead(text);
  expect(official).toBe(false);
  const page = new URL(href);
  expect(page.origin + page.pathname).toBe('https://help.pay.example/leave');
  expect(page.searchParams.get('to')).toBe(new URL(text).href);
});

it('says the true host only where the text says another', () => {
  expect(lead('https://evil.example/x').host).toBeNull();
  expect(lead('https://рay.example').host).toBe(new URL('https://рay.example').host);
});
