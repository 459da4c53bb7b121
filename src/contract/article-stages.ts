/** Where an article is on its way to customers. Two of them may see an older text: see `live` and `hasChanges`. */
export const articleStages = ['draft', 'review', 'scheduled', 'published', 'archived'] as const;
