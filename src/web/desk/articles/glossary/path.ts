export const glossaryPath = '/api/desk/glossary';
