import { useTranslation } from 'react-i18next'
import { Empty } from '~/ui/faces'
import css from './first-steps.module.css'

/** What to type first, while nothing runs. */
const COMMANDS = [
  { command: './cairn demo', words: 'home.emptyDemo' },
  { command: './cairn blueprint publish DIR', words: 'home.emptyPublish' },
  { command: './cairn import log.xes.gz', words: 'home.emptyImport' },
] as const

export function FirstSteps() {
  const { t } = useTranslation()
  return (
    <Empty title={t('home.emptyTitle')}>
      <p>{t('home.emptyWords')}</p>
      <ul className={css.commands}>
        {COMMANDS.map(({ command, words }) => (
          <li key={command}>
            <span>{t(words)}</span>
            <code>{command}</code>
          </li>
        ))}
      </ul>
    </Empty>
  )
}
