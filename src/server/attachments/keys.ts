/** Where the bytes of an attachment lie in the file store. */
export const contentKey = (id: string): string => id;
/** Where the small version of a picture lies. */
export const thumbnailKey = (id: string): string => `${id}.thumbnail`;
