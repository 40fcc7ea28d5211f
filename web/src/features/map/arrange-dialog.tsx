import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '~/lib/announce'
import { Icon } from '~/ui/icon'
import { Modal } from '~/ui/modal'
import css from './arrange-dialog.module.css'
import {
  addLane,
  addTeam,
  cardsIn,
  deleteLane,
  deleteStage,
  deleteStep,
  deleteTeam,
  shift,
} from './arrange'
import dialogs from './dialogs.module.css'
import { addStages, addStep, setText } from './gestures'
import { useHalfTyped } from './half-typed'
import { laneName } from './lane-name'
import { useBoard, useHere } from './ui-store'
import { useTyped } from './use-typed'
import { say, type Element, type Op } from './wire'

const NAME_MAX = 160

/** Stages, steps, lanes and teams as lists: named, added, moved and taken away without dragging. */
export function ArrangeDialog() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const reading = useBoard((view) => view.reading)
  const act = (label: string, ops: Op[]) => store.act(label, ops)
  const gone = (ops: Op[]) => {
    act(t('map.did.arrange'), ops)
    announce(t('map.deleted'))
  }
  const stages = reading.stages.map(({ stage }) => stage)
  return (
    <Modal label={t('map.arrange.title')} onClose={() => ui.set({ overlay: undefined })}>
      <div className={dialogs.form}>
        <h2>{t('map.arrange.title')}</h2>
        <p className={dialogs.hint}>{t('map.arrange.hint')}</p>
        <h3 className={css.part}>{t('map.arrange.stages')}</h3>
        <ol className={css.list}>
          {reading.stages.map((span) => {
            const steps = span.columns.flatMap(({ step }) => (step ? [step] : []))
            return (
              <li key={span.stage.id}>
                <Row
                  element={span.stage}
                  all={stages}
                  remove={() => gone(deleteStage(reading, span.stage.id))}
                  cards={cardsIn(reading, (_, column) =>
                    span.columns.some(({ id }) => id === column),
                  )}
                />
                <ol className={css.inner}>
                  {steps.map((step) => (
                    <li key={step.id}>
                      <Row
                        element={step}
                        all={steps}
                        remove={() => gone(deleteStep(reading, step.id))}
                        cards={cardsIn(reading, (_, column) => column === step.id)}
                      />
                    </li>
                  ))}
                  <li>
                    <Add
                      place={`step.${span.stage.id}`}
                      label={t('map.addStepTo', { stage: say(span.stage, 'name') })}
                      add={(name) => act(t('map.did.step'), addStep(reading, span.stage, name))}
                    />
                  </li>
                </ol>
              </li>
            )
          })}
          <li>
            <Add
              place="stage"
              label={t('map.arrange.addStage')}
              add={(name) => act(t('map.did.stage'), addStages(reading, [name]))}
            />
          </li>
        </ol>
        <h3 className={css.part}>{t('map.arrange.lanes')}</h3>
        <ol className={css.list}>
          {reading.lanes.map((lane) => (
            <li key={lane.id}>
              <Row
                element={lane}
                all={reading.lanes}
                remove={() => gone(deleteLane(reading, lane.id))}
                cards={cardsIn(reading, (each) => each === lane.id)}
              />
            </li>
          ))}
          <li>
            <Add
              place="lane"
              label={t('map.arrange.addLane')}
              add={(name) => act(t('map.did.arrange'), addLane(reading, name))}
            />
          </li>
        </ol>
        <h3 className={css.part}>{t('map.teams')}</h3>
        <p className={dialogs.hint}>{t('map.arrange.teamsHint')}</p>
        <ol className={css.list}>
          {reading.teams.map((team) => (
            <li key={team.id}>
              <Row
                element={team}
                all={reading.teams}
                remove={() => gone(deleteTeam(store.view().doc, team.id))}
                cards={0}
              />
            </li>
          ))}
          <li>
            <Add
              place="team"
              label={t('map.arrange.addTeam')}
              add={(name) => act(t('map.did.arrange'), addTeam(reading, name))}
            />
          </li>
        </ol>
      </div>
    </Modal>
  )
}

function Row({
  element,
  all,
  remove,
  cards,
}: {
  element: Element
  all: readonly Element[]
  remove: () => void
  cards: number
}) {
  const { t } = useTranslation()
  const { store } = useHere()
  const name = element.kind === 'lane' ? laneName(element) : say(element, 'name')
  const typed = useTyped(name, { element, name }, (text, from) => {
    const words = text.trim()
    if (words !== '' && words !== from.name)
      store.act(t('map.did.name'), setText(from.element, 'name', words))
  })
  const at = all.findIndex(({ id }) => id === element.id)
  const move = (by: -1 | 1) => store.act(t('map.did.arrange'), shift(all, element, by))
  return (
    <div className={css.row}>
      <input {...typed} maxLength={NAME_MAX} aria-label={t('map.arrange.nameOf', { name })} />
      {cards > 0 && <small>{t('map.cardsCount', { count: cards })}</small>}
      <Tool label={t('map.arrange.up', { name })} off={at <= 0} act={() => move(-1)}>
        <Icon name="up" size={16} />
      </Tool>
      <Tool label={t('map.arrange.down', { name })} off={at >= all.length - 1} act={() => move(1)}>
        <span className={css.down}>
          <Icon name="up" size={16} />
        </span>
      </Tool>
      <Tool label={t('map.arrange.delete', { name })} act={remove}>
        <Icon name="close" size={15} />
      </Tool>
    </div>
  )
}

function Tool({
  label,
  act,
  off,
  children,
}: {
  label: string
  act: () => void
  off?: boolean
  children: ReactNode
}) {
  return (
    <button type="button" aria-label={label} title={label} disabled={off} onClick={act}>
      {children}
    </button>
  )
}

/** One line to type a name into; Enter adds it and waits for the next. */
export function Add({
  place,
  label,
  add,
  lengthMax = NAME_MAX,
}: {
  /** What is added to, by its id: a name may change while somebody types. */
  place: string
  label: string
  add: (name: string) => void
  lengthMax?: number
}) {
  const [name, setName] = useHalfTyped(place)
  return (
    <form
      className={css.add}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        add(name.trim())
        setName('')
      }}
    >
      <input
        value={name}
        maxLength={lengthMax}
        aria-label={label}
        placeholder={label}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" aria-label={label} disabled={name.trim() === ''}>
        <Icon name="plus" size={16} />
      </button>
    </form>
  )
}
