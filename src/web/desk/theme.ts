import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

// Every shade is the token itself: the brand is set in tokens.css and nowhere else.
const accent = Array.from({ length: 10 }, () => 'var(--accent)') as unknown as MantineColorsTuple;
const danger = Array.from({ length: 10 }, () => 'var(--danger)') as unknown as MantineColorsTuple;

/** Words on a filled control take the token that reads on that colour in both schemes (Mantine would say white). */
const resolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return colours;
  return { ...colours, color: input.color === 'red' ? 'var(--on-danger)' : 'var(--on-accent)' };
};

export const theme = createTheme({
  variantColorResolver: resolver,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: {
    xs: 'var(--text-12)',
    sm: 'var(--text-14)',
    md: 'var(--text-14)',
    lg: 'var(--text-16)',
    xl: 'var(--text-20)',
  },
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  colors: { accent, red: danger },
  primaryColor: 'accent',
  defaultRadius: 'var(--radius)',
  radius: {
    xs: 'var(--radius-small)',
    sm: 'var(--radius-small)',
    md: 'var(--radius)',
    lg: 'var(--radius)',
    xl: 'var(--radius)',
  },
  shadows: { xs: 'none', sm: 'none', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.4 },
        transitionProps: { duration: 120 },
      },
    },
    Menu: {
      defaultProps: {
        // Beside its button, so that it belongs to the same landmark; fixed, so that nothing clips it.
        withinPortal: false,
        floatingStrategy: 'fixed',
        shadow: 'md',
        transitionProps: { duration: 80 },
        width: 220,
        // What it would put first takes the focus but is no item, which a menu may not hold.
        withInitialFocusPlaceholder: false,
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 80 }, withArrow: false } },
  },
});

function coloured(name: 'accent' | 'danger', mantine: string): Record<string, string> {
  const at = `--mantine-color-${mantine}`;
  return {
    [`${at}-filled`]: `var(--${name})`,
    [`${at}-filled-hover`]: `var(--${name}-hover)`,
    [`${at}-light`]: `var(--${name}-soft)`,
    [`${at}-light-hover`]: `var(--${name}-soft)`,
    [`${at}-light-color`]: `var(--${name}-text)`,
    [`${at}-text`]: `var(--${name}-text)`,
    [`${at}-outline`]: `var(--${name})`,
    [`${at}-outline-hover`]: `var(--${name}-soft)`,
    [`${at}-contrast`]: `var(--on-${name})`,
  };
}

/** Mantine's neutral ramps, from which its own styles draw borders and hovers, onto our few surfaces and lines. */
const greys = [
  'surface-hover',
  'surface-sunken',
  'line',
  'line',
  'line-strong',
  'text-faint',
  'text-muted',
  'text-muted',
  'text',
  'text',
];
const darks = [
  'text',
  'text-muted',
  'text-faint',
  'line-strong',
  'line',
  'surface-hover',
  'surface-raised',
  'surface',
  'surface-sunken',
  'surface-sunken',
];
const ramp = (name: string, tokens: readonly string[]) =>
  Object.fromEntries(tokens.map((token, shade) => [`--mantine-color-${name}-${shade}`, `var(--${token})`]));

const bridge = {
  ...ramp('gray', greys),
  ...ramp('dark', darks),
  ...coloured('accent', 'accent'),
  ...coloured('danger', 'red'),
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-muted)',
  '--mantine-color-placeholder': 'var(--text-faint)',
  '--mantine-color-error': 'var(--danger-text)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-default': 'var(--surface-raised)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-disabled': 'var(--surface-sunken)',
  '--mantine-color-disabled-color': 'var(--text-faint)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-gray-light': 'var(--surface-sunken)',
  '--mantine-color-gray-light-hover': 'var(--surface-hover)',
  '--mantine-color-gray-light-color': 'var(--text-muted)',
  '--mantine-color-gray-text': 'var(--text-muted)',
};

/** Gives Mantine's variables the values of our tokens, for both schemes (each token is a light-dark pair itself). */
export const tokensToMantine: CSSVariablesResolver = () => ({ variables: {}, light: bridge, dark: bridge });
