import type catalogue from './locales/zh-CN.json';

// Keys are checked by the compiler against the default catalogue; a test compares English with it.
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof catalogue };
    returnNull: false;
  }
}
