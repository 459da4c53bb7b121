import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { registerDownload } from './download.ts';
import { registerUploads } from './upload.ts';

export function registerAttachmentRoutes(app: App, deps: Deps): void {
  registerUploads(app, deps);
  registerDownload(app, deps);
}
