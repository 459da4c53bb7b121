import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRef } from '../../../contract/events.ts';
import type { Box } from '../../../contract/redaction.ts';
import { fileUrl } from '../conversation/files.ts';
import classes from './box-editor.module.css';
import { afterKey, boxBetween, isMeant, type Point, type Size } from './boxes.ts';

interface Props {
  file: AttachmentRef;
  size: Size;
  boxes: readonly Box[];
  change: (boxes: Box[]) => void;
}

/** Where a box lies, in hundredths of the picture, which is shown at any size. */
const placeOf = ({ x, y, width, height }: Box, size: Size) => ({
  left: `${(100 * x) / size.width}%`,
  top: `${(100 * y) / size.height}%`,
  width: `${(100 * width) / size.width}%`,
  height: `${(100 * height) / size.height}%`,
});

/** A picture on which boxes are drawn with the pointer, and moved, resized and removed with the keys. */
export function BoxEditor({ file, size, boxes, change }: Props) {
  const { t } = useTranslation();
  const stage = useRef<HTMLDivElement>(null);
  const from = useRef<Point | null>(null);
  const [drawn, setDrawn] = useState<Box | null>(null);
  const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = (stage.current as HTMLDivElement).getBoundingClientRect();
    return { x: ((clientX - left) / width) * size.width, y: ((clientY - top) / height) * size.height };
  };
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    stage.current?.setPointerCapture(event.pointerId);
    from.current = pointAt(event);
  };
  const move = (event: PointerEvent) => {
    if (from.current !== null) setDrawn(boxBetween(from.current, pointAt(event), size));
  };
  const release = () => {
    if (drawn !== null && isMeant(drawn)) change([...boxes, drawn]);
    from.current = null;
    setDrawn(null);
  };
  const onKey = (event: KeyboardEvent, i: number) => {
    const box = boxes[i] as Box;
    const after = afterKey(box, event.key, event.shiftKey, size);
    const removes = event.key === 'Delete' || event.key === 'Backspace';
    if (after === null && !removes) return;
    event.preventDefault();
    change(boxes.flatMap((one, at) => (at !== i ? one : (after ?? []))));
  };
  return (
    <div className={classes.frame}>
      <div
        ref={stage}
        className={classes.stage}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
      >
        <img className={classes.picture} src={fileUrl(file)} alt={file.name} draggable={false} />
        {boxes.map((box, i) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a box has no identity but its place in the list
            key={i}
            type="button"
            className={classes.box}
            style={placeOf(box, size)}
            aria-label={t('redactFile.box', { number: i + 1 })}
            onKeyDown={(event) => onKey(event, i)}
          />
        ))}
        {drawn !== null && <div className={classes.box} style={placeOf(drawn, size)} />}
      </div>
    </div>
  );
}
