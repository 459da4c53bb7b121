import { useEffect, useState } from 'react';

/** A value as it is once it has not changed for `ms`: typing pauses this long before the server is asked. */
export function useSettled<T>(value: T, ms = 250): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
