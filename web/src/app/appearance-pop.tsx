import { useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { language, type Language } from '~/lib/i18n'
import { singleKeys } from '~/lib/keys'
import { useStored } from '~/lib/stored'
import { Choice } from '~/ui/choice'
import { Icon } from '~/ui/icon'
import { Pop } from '~/ui/pop'
import css from './pops.module.css'

export function AppearancePop() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Pop label={t('appearance.title')} face={<Icon name="settings" />}>
      <div className={css.stack}>
        <Choice
          label={t('appearance.colours')}
          value={colorScheme}
          onChange={setColorScheme}
          options={[
            { value: 'light', label: t('appearance.light') },
            { value: 'dark', label: t('appearance.dark') },
            { value: 'auto', label: t('appearance.auto') },
          ]}
        />
        <Choice<Language>
          label={t('appearance.language')}
          value={useStored(language)}
          onChange={language.set}
          options={[
            { value: 'en', label: 'English' },
            { value: 'de', label: 'Deutsch' },
          ]}
        />
        <Choice<string>
          label={t('appearance.singleKeys')}
          value={useStored(singleKeys)}
          onChange={(value) => singleKeys.set(value === 'off' ? 'off' : 'on')}
          options={[
            { value: 'on', label: t('appearance.on') },
            { value: 'off', label: t('appearance.off') },
          ]}
        />
      </div>
    </Pop>
  )
}
