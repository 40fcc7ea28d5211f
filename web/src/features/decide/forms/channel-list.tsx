import { useTranslation } from 'react-i18next'
import { slug, useForms } from './context'
import css from './forms.module.css'
import { NameAdder } from './name-adder'
import { placementInWords, placementsOf } from './placements'
import { Row, type ListProps } from './row'
import { put } from './use-edits'

/** Every means by which people are met. */
export function ChannelList(props: ListProps) {
  const { t } = useTranslation()
  const { forms, fixed, edit } = useForms()
  const file = forms.channels[0]?.file ?? 'channels.yaml'
  return (
    <>
      <div className={css.list}>
        <ul>
          {forms.channels.map((channel) => (
            <Row
              key={channel.id}
              {...props}
              id={channel.id}
              words={channel.name ?? channel.id}
              under={placementsOf(forms, channel.id).map(placementInWords).join(', ')}
              place={channel}
            />
          ))}
        </ul>
      </div>
      {!fixed && (
        <NameAdder
          label={t('forms.channels.new')}
          onAdd={async (name) => {
            const id = slug(
              name,
              forms.channels.map((each) => each.id),
            )
            const isKept = await edit([
              put({ file, path: ['channels', id] }, { name, kind: 'inbound' }),
            ])
            if (isKept) props.onGo(id)
            return isKept
          }}
        />
      )}
    </>
  )
}
