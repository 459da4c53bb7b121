import { useEffect, useState } from 'react';
import { useOfficialDomains } from '../shell/official.ts';

const none: readonly string[] = [];

/** The hosts in a text that is being written that are not official. Words without a dot or a scheme ask for nothing. */
export function useForeignLinks(text: string): readonly string[] {
  const domains = useOfficialDomains();
  const [hosts, setHosts] = useState(none);
  useEffect(() => {
    let isCurrent = true;
    if (!/[.。．:]\S/.test(text)) setHosts(none);
    else
      import('./foreign-links.ts').then(
        ({ foreignLinks }) => isCurrent && setHosts(foreignLinks(text, domains)),
        // Without the chunk nothing is marked here; the customer's side marks every link anyway.
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, [text, domains]);
  return hosts;
}
