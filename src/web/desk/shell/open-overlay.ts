type Overlay = 'palette' | 'keys';

let open: (what: Overlay) => void = () => {};

/** Tells who shows the overlays; called by the one component that does. */
export const showOverlaysWith = (show: (what: Overlay) => void): void => {
  open = show;
};

export const openPalette = (): void => open('palette');
export const openKeysHelp = (): void => open('keys');
