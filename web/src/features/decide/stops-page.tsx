import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HarmHarm, SwitchPart } from '~/lib/api-schemas'
import { announce } from '~/lib/announce'
import { formatMoment } from '~/lib/format'
import { useRights } from '~/lib/rights'
import { Empty, Failed, Loading } from '~/ui/faces'
import { Question } from '~/ui/question'
import { actorInWords } from './draft-words'
import { HarmReports, reportsInWords } from './harm-reports'
import { Room } from './rooms'
import rules from './rules.module.css'
import { StopForm } from './stop-form'
import { partOf, useHarm, useSwitches, useThrow, type Part } from './stops-api'
import css from './stops.module.css'

interface Asked {
  part: Part
  stops: boolean
}

/** What is stopped and why, what people report as harm, and the switches for both. */
export default function StopsPage() {
  const { t } = useTranslation()
  const { readHarm, throwSwitches } = useRights()
  const switches = useSwitches()
  const harm = useHarm(readHarm).data
  const [asked, setAsked] = useState<Asked>()
  const ask = throwSwitches ? setAsked : undefined
  const stopped = switches.data?.stopped ?? []
  return (
    <Room title={t('decide.stops.title')} lead={t('decide.stops.lead')}>
      {switches.isPending ? (
        <Loading rows={4} />
      ) : switches.isLoadingError ? (
        <Failed error={switches.error} again={() => void switches.refetch()} />
      ) : stopped.length === 0 ? (
        <Empty title={t('decide.stops.emptyTitle')}>
          <p>{t('decide.stops.emptyWords')}</p>
        </Empty>
      ) : (
        <ul className={css.stopped} aria-label={t('decide.stops.now')}>
          {stopped.map((each) => (
            <Stopped
              key={each.kind + each.id}
              stopped={each}
              harm={harm?.find((one) => each.kind === 'action' && one.action === each.id)}
              onAsk={ask}
            />
          ))}
        </ul>
      )}
      {harm && (
        <HarmReports
          reports={harm.filter((each) => !each.isStopped)}
          onStop={
            ask &&
            (({ action, name }) => ask({ part: { kind: 'action', id: action, name }, stops: true }))
          }
        />
      )}
      <section className={rules.part}>
        <h2 className="serif">{t('decide.stops.stop')}</h2>
        <p className={rules.hint}>{t(ask ? 'decide.stops.stopHint' : 'decide.stops.notAllowed')}</p>
        {ask && <StopForm onStop={(part) => ask({ part, stops: true })} />}
      </section>
      {asked && <Sure {...asked} onClose={() => setAsked(undefined)} />}
    </Room>
  )
}

interface StoppedProps {
  stopped: SwitchPart
  /** What was reported of it, if it is an action and anything was. */
  harm: HarmHarm | undefined
  onAsk: ((asked: Asked) => void) | undefined
}

function Stopped({ stopped, harm, onAsk }: StoppedProps) {
  const { t, i18n } = useTranslation()
  const part = partOf(stopped)
  const name = nameOf(part, t('decide.stops.kinds.everything'))
  const why = stopped.by === 'system:reported-harm' ? harm?.last : undefined
  return (
    <li data-kind={part.kind}>
      <div>
        {part.kind !== 'everything' && (
          <p className={css.kind}>{t(`decide.stops.kinds.${part.kind}`)}</p>
        )}
        <h2>{name}</h2>
        <p className={css.since}>
          {t('decide.stops.since', {
            at: formatMoment(stopped.since, i18n.language),
            by: actorInWords(stopped.by, t),
          })}
        </p>
        {why && <p>{reportsInWords(why, t)}</p>}
        {part.kind === 'everything' && <p>{t('decide.stops.everythingHint')}</p>}
      </div>
      {onAsk && (
        <button
          type="button"
          className={css.start}
          aria-label={t('decide.stops.startOf', { name })}
          onClick={() => onAsk({ part, stops: false })}
        >
          {t('decide.stops.start')}
        </button>
      )}
    </li>
  )
}

const nameOf = (part: Part, everything: string) =>
  part.kind === 'everything' ? everything : part.name

/** Whoever is outside notices either, so it is asked first. */
function Sure({ part, stops, onClose }: Asked & { onClose: () => void }) {
  const { t } = useTranslation()
  const change = useThrow()
  const word = stops ? 'stop' : 'start'
  const name = nameOf(part, t('decide.stops.kinds.everything'))
  return (
    <Question
      label={t(`decide.stops.sure.${word}`, { name })}
      cancel={t('forms.cancel')}
      answer={t(stops ? 'decide.stops.stopNow' : 'decide.stops.start')}
      busy={change.isPending}
      cautious
      onClose={onClose}
      onAnswer={() =>
        change.mutate(
          { part, stops },
          {
            onSuccess: () => {
              onClose()
              announce(t(`decide.stops.done.${word}`, { name }))
            },
          },
        )
      }
    >
      <p>{t(`decide.stops.follows.${word}.${part.kind}`)}</p>
      {change.isError && <p role="alert">{change.error.message}</p>}
    </Question>
  )
}
