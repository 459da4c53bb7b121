import { navigate } from 'wouter/use-browser-location';

/** Goes to a place of the desk from outside a component. */
export const navigateTo = (path: string): void => navigate(`/desk${path}`);
