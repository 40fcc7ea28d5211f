import { useTranslation } from 'react-i18next'
import { useActions } from '~/lib/actions'
import { groupBy } from '~/lib/group-by'
import { Modal } from '~/ui/modal'
import { Keys } from '~/ui/keys'
import css from './key-list.module.css'

/** Every key that does something on this page. */
export default function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const withKeys = useActions().filter((action) => action.keys)
  const groups = groupBy(withKeys, (action) => action.group)
  return (
    <Modal label={t('keys.title')} onClose={onClose}>
      <div className={css.list}>
        <h2 className="serif">{t('keys.title')}</h2>
        {[...groups].map(([group, actions]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {actions.map((action) => (
                <div key={action.id} className={css.row}>
                  <dt>{action.label}</dt>
                  <dd>
                    <Keys keys={action.keys ?? ''} then={t('keys.after')} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
