import type { AttachmentRef } from '../../contract/events.ts';
import { attachFiles } from '../attachments/attach-files.ts';
import { storeUpload } from '../attachments/store-upload.ts';
import type { Deps } from '../deps.ts';
import { drawScreen, makeReceipt } from './files.ts';
import type { Telling } from './plan.ts';

const names = {
  'zh-CN': { picture: '截图.png', pdf: '签收凭证.pdf' },
  en: { picture: 'screenshot.png', pdf: 'delivery-note.pdf' },
};

/** Sends in the files of a story, as its customer would. Answers them by the place of their line. */
export async function attachStoryFiles(
  deps: Deps,
  { story, customer, values }: Telling,
  conversationId: string,
): Promise<Map<number, AttachmentRef[]>> {
  const files = new Map<number, AttachmentRef[]>();
  for (const [i, line] of story.lines.entries()) {
    const kind = 'pdf' in line && line.pdf ? 'pdf' : 'picture' in line && line.picture ? 'picture' : null;
    if (kind === null) continue;
    const content = kind === 'pdf' ? makeReceipt(`Delivery note ${values.tx}`) : await drawScreen();
    const owner = { party: 'customer' as const, id: customer.id };
    const { id } = await storeUpload(deps, {
      content,
      name: names[story.locale][kind],
      owner,
      locale: story.locale,
    });
    const by = { kind: 'customer' as const, id: customer.id };
    files.set(i, await attachFiles(deps, { ids: [id], conversationId, by }));
  }
  return files;
}
