import { useEffect, useRef, useState } from 'react';
import classes from './preview.module.css';

/** The page without its programs: what it says is looked at, not what it does. */
function stillPage(html: string): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const program of page.querySelectorAll('script, link[rel=modulepreload]')) program.remove();
  return page;
}

/** Links are looked at in a place of their own; forms are not sent. */
function quieten(page: Document): void {
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    const href = link?.getAttribute('href') ?? '';
    if (link === null || href.startsWith('#')) return;
    event.preventDefault();
    window.open(link.href, '_blank', 'noopener');
  });
  page.addEventListener('submit', (event) => event.preventDefault());
}

/** The width there is, in pixels. */
function useRoom() {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    if (box.current !== null) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return [box, room] as const;
}

interface Props {
  html: string;
  /** How wide the screen is that it is shown on, in pixels; where there is less room it is drawn smaller. */
  width: number;
  title: string;
}

/**
 * A page of the centre in a frame that runs nothing. The frame is loaded once; then only what changed is put in place,
 * so that whoever types keeps the place they look at.
 */
export function PreviewFrame({ html, width, title }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [first] = useState(() => `<!doctype html>${stillPage(html).documentElement.outerHTML}`);
  const [box, room] = useRoom();
  const scale = Math.min(1, room / width);
  const show = () => {
    const shown = frame.current?.contentDocument;
    if (!shown?.body) return;
    const next = stillPage(html);
    shown.documentElement.lang = next.documentElement.lang;
    if (shown.body.innerHTML !== next.body.innerHTML) shown.body.innerHTML = next.body.innerHTML;
  };
  useEffect(show, [html]);
  return (
    <div ref={box} className={classes.box}>
      <iframe
        ref={frame}
        title={title}
        sandbox="allow-same-origin"
        srcDoc={first}
        className={classes.frame}
        style={{ width, height: `${100 / (scale || 1)}%`, transform: `scale(${scale || 1})` }}
        onLoad={() => {
          show();
          const page = frame.current?.contentDocument;
          if (page) quieten(page);
        }}
      />
    </div>
  );
}
