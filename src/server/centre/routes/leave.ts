import { judgeLink } from '../../../trust/judge-link.ts';
import { reasonText, shown } from '../../../trust/reasons.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { readOfficial } from '../../trust/read-channels.ts';
import { leavePage } from '../pages/leave.ts';
import { textOf } from '../view.ts';
import { page } from './pages.ts';

/** Longest address that is followed; browsers and servers stop near it too. */
const ADDRESS_MAX = 2_000;

/** An address that a browser opens as a page, with everything that hides its host taken off; null for any other. */
function webAddress(written: string): string | null {
  const url = URL.parse(written);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return url.href;
}

/** The page between a link of a conversation and where it leads. */
export function registerLeave(app: App, deps: Deps): void {
  page(app, deps, '/leave', async (view) => {
    const written = textOf(view.query, 'to', ADDRESS_MAX);
    if (written === '') return null;
    const { means, verdict, reason } = judgeLink(written, await readOfficial(deps));
    return leavePage(view, {
      address: webAddress(written),
      written,
      host: shown(means === '' ? written : means),
      verdict,
      reason: reasonText(reason, view.locale),
    });
  });
}
