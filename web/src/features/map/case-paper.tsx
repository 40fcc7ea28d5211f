import { useTranslation } from 'react-i18next'
import { today } from '~/lib/format'
import { CaseCurve } from './case-curve'
import { DECISIONS, type Decided } from './case-decision'
import { WHOSE } from './case-effects'
import { rangeOf, sourced, wayGone } from './case-numbers'
import css from './case-paper.module.css'
import { titleOf } from './board-store'
import { useCaseWords } from './use-case-words'
import { useBoard } from './ui-store'
import { list, say, type Element } from './wire'

interface Props {
  story: Element
  moment: Element | undefined
  measured: readonly string[]
}

/** The case on two sides of A4, shown to printers alone: first why, then what, and the decision. */
export function CasePaper({ story, moment, measured }: Props) {
  const { t } = useTranslation()
  const words = useCaseWords()
  const map = useBoard(titleOf)
  const kicker = `${t('map.case.title')} · ${map}`
  return (
    <div className={css.paper}>
      <section className={css.side}>
        <p className={css.kicker}>
          <span>{kicker}</span>
          <span>{words.day(today())}</span>
        </p>
        <h1>{say(story, 'title')}</h1>
        <div className={css.two}>
          <Said title={t('map.case.person')} text={say(story, 'person')} />
          <Said title={t('map.case.need')} text={say(story, 'need')} />
        </div>
        <CaseCurve story={story} column={moment ? say(moment, 'column') : ''} />
        <Said title={t('map.case.story')} text={say(story, 'story')} />
        <Evidence story={story} measured={measured} />
        <div className={css.cost}>
          <Said
            title={t('map.case.costOfNothing')}
            text={say(story, 'costOfNothing') || t('map.case.unsaid')}
          />
        </div>
      </section>
      <section className={css.side}>
        <p className={css.kicker}>
          <span>{kicker}</span>
          <span>{say(story, 'title')}</span>
        </p>
        <h2>{t('map.case.hypothesis')}</h2>
        <Hypothesis story={story} moment={moment} />
        <h2>{t('map.case.range')}</h2>
        <EffectTable story={story} />
        <div className={css.three}>
          <Said
            title={t('map.case.effort')}
            text={
              [
                sourced(story, 'effort') && words.known(sourced(story, 'effort'), ''),
                list(story, 'teamNames').join(', '),
              ]
                .filter(Boolean)
                .join('; ') || t('map.case.unsaid')
            }
          />
          <Said
            title={t('map.case.firstStep')}
            text={[
              say(story, 'firstStep') || t('map.case.unsaid'),
              say(story, 'firstStepBy') &&
                t('map.case.byDay', { day: words.day(say(story, 'firstStepBy')) }),
            ]
              .filter(Boolean)
              .join(', ')}
          />
          <Said title={t('map.case.owner')} text={say(story, 'owner') || t('map.case.unsaid')} />
        </div>
        <div className={css.ask}>
          <Said title={t('map.case.ask')} text={say(story, 'ask') || t('map.case.unsaid')} />
        </div>
        <Decision story={story} />
      </section>
    </div>
  )
}

function Said({ title, text }: { title: string; text: string }) {
  if (text === '') return null
  return (
    <div className={css.said}>
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  )
}

function Evidence({ story, measured }: { story: Element; measured: readonly string[] }) {
  const { t } = useTranslation()
  const lines = list(story, 'evidenceLines')
  return (
    <div className={css.said}>
      <h3>{t('map.case.evidenceLines')}</h3>
      {lines.length + measured.length === 0 && <p>{t('map.case.noEvidence')}</p>}
      <ul>
        {measured.map((line) => (
          <li key={line}>
            {line} <em>{t('map.case.sources.measured')}</em>
          </li>
        ))}
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function Hypothesis({ story, moment }: { story: Element; moment: Element | undefined }) {
  const words = useCaseWords()
  const reading = useBoard((view) => view.reading)
  return (
    <p className={css.hypothesis}>
      {words.hypothesis(story, reading, moment ? say(moment, 'title') : '')}
    </p>
  )
}

function EffectTable({ story }: { story: Element }) {
  const { t } = useTranslation()
  const words = useCaseWords()
  return (
    <table className={css.effects}>
      <tbody>
        {WHOSE.map((whose) => {
          const range = rangeOf(sourced(story, `${whose}Low`), sourced(story, `${whose}High`))
          return (
            <tr key={whose}>
              <th scope="row">{t(`map.case.${whose}Effect`)}</th>
              <td>{say(story, `${whose}Effect`) || t('map.case.unsaid')}</td>
              <td className={css.number}>
                {range && !range.crossed && (
                  <>
                    <b>{words.range(range, say(story, `${whose}Unit`))}</b>
                    <em>{t(`map.case.sources.${range.source}`)}</em>
                  </>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Decision({ story }: { story: Element }) {
  const { t } = useTranslation()
  const words = useCaseWords()
  const decided = say(story, 'decision') as Decided
  const result = sourced(story, 'result')
  const gone = wayGone(sourced(story, 'from'), sourced(story, 'to'), result)
  return (
    <div className={css.decision}>
      <h2>{t('map.case.decision')}</h2>
      <ul className={css.boxes}>
        {DECISIONS.filter((each) => each !== 'open').map((each) => (
          <li key={each} data-chosen={each === decided ? '' : undefined}>
            <i aria-hidden="true">{each === decided ? '×' : ''}</i>
            {t(`map.case.decisions.${each}`)}
          </li>
        ))}
      </ul>
      {decided === 'open' ? (
        <p className={css.sign}>
          <span>{t('map.case.signWho')}</span>
          <span>{t('map.case.signDay')}</span>
        </p>
      ) : (
        <p>
          {t(`map.case.decisions.${decided}`)}
          {': '}
          {[
            words.day(say(story, 'decidedOn')),
            say(story, 'decidedBy'),
            decided === 'notNow' &&
              say(story, 'notBefore') &&
              t('map.case.again', { day: words.day(say(story, 'notBefore')) }),
          ]
            .filter(Boolean)
            .join(', ')}
          {say(story, 'decisionReason') && `. ${say(story, 'decisionReason')}`}
        </p>
      )}
      {decided === 'yes' && result && (
        <Said
          title={t('map.case.later')}
          text={[
            `${say(story, 'measure')}: ${words.known(result, say(story, 'measureUnit'))}`,
            say(story, 'resultOn') && words.day(say(story, 'resultOn')),
            gone && t('map.case.gone100', { percent: words.percent(gone.share) }),
            say(story, 'resultWords'),
          ]
            .filter(Boolean)
            .join('. ')}
        />
      )}
    </div>
  )
}
