import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { startLanguages } from './lib/i18n'
import './app/fonts.css'
import './app/kit.css'
import './app/tokens.css'
import './app/base.css'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

await startLanguages({
  en: () => import('./app/locales/en'),
  de: () => import('./app/locales/de'),
})
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
