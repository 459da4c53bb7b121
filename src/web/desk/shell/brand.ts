import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Brand } from '../../../contract/brand.ts';
import { get } from '../api/client.ts';
import { currentLocale } from '../i18n.ts';

export const brandQuery = {
  queryKey: ['brand'],
  queryFn: () => get<Brand>('/api/brand'),
  staleTime: 600_000,
};

/** The company the desk speaks for, in the reader's language; the product's own name until it is known. */
export function useBrandName(): string {
  const { data } = useQuery(brandQuery);
  return data?.name[currentLocale()] ?? 'OKPay';
}

/** Keeps the tab's title, with the number of conversations that need this person in front. */
export function useTitle(place: string, waiting: number): void {
  const brand = useBrandName();
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting > 99 ? '99+' : waiting}) ` : ''}${place} · ${brand}`;
  }, [place, waiting, brand]);
}
