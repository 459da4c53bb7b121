import { type ClipboardEvent, type DragEvent, useState } from 'react';

/** Files pasted into or dropped on an element; `dragging` while some are held above it. */
export function useFileDrop(add: (files: Iterable<File>) => void) {
  const [dragging, setDragging] = useState(false);
  const handlers = {
    onPaste: (event: ClipboardEvent) => {
      const pasted = [...event.clipboardData.files];
      if (pasted.length === 0) return;
      event.preventDefault();
      add(pasted);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setDragging(false);
      add(event.dataTransfer.files);
    },
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setDragging(true);
    },
    onDragLeave: () => setDragging(false),
  };
  return { dragging, handlers };
}
