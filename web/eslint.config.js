import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['target', 'node_modules'] },
  { files: ['src/**/*.{ts,tsx}'], extends: [...ts.configs.strict, hooks.configs.flat.recommended] },
  {
    rules: {
      // A place that must exist by construction is said so with "!"; the compiler cannot know.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)
