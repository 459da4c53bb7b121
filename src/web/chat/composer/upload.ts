import type { AttachmentRef } from '../../../contract/events.ts';
import type { Problem } from '../../../contract/problem.ts';

export interface UploadEvents {
  /** 0 to 1. */
  progress(share: number): void;
  done(ref: AttachmentRef): void;
  /** The error code, `unreachable` when the network failed. */
  failed(code: string): void;
}

function codeIn(text: string): string {
  try {
    return (JSON.parse(text) as Problem).code;
  } catch {
    return 'internal';
  }
}

/**
 * Sends one file up. XMLHttpRequest, because it alone tells how much has been sent.
 * @returns the way to cancel
 */
export function upload(url: string, file: File, locale: string, events: UploadEvents): () => void {
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append('file', file, file.name);
  request.open('POST', url);
  request.setRequestHeader('accept-language', locale);
  request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
    if (lengthComputable) events.progress(loaded / total);
  };
  request.onload = () => {
    if (request.status === 201) events.done(JSON.parse(request.responseText) as AttachmentRef);
    else events.failed(codeIn(request.responseText));
  };
  request.onerror = () => events.failed('unreachable');
  request.send(form);
  return () => request.abort();
}
