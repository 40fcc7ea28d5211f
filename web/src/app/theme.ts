import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const spruce: MantineColorsTuple = [
  '#eef7f4',
  '#dcebe5',
  '#b7d8cd',
  '#8fc3b5',
  '#6db1a0',
  '#4d9f8d',
  '#35897a',
  '#287365',
  '#1d5f55',
  '#124a42',
]

/** The parts of the kit that we use, in our stone and spruce. Shade 8 keeps white words readable. */
export const theme = createTheme({
  colors: { spruce },
  primaryColor: 'spruce',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  fontFamily: 'var(--sans)',
  defaultRadius: 10,
  cursorType: 'pointer',
  respectReducedMotion: true,
})

const ours = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-faint)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
}

/** The kit's own colours are ours too, in light and in dark. */
export const kitVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours })
