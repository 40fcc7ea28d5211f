import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CatalogueForms, CatalogueFormsActionForm } from '~/lib/api-schemas'
import { problemsIn, slug, useForms } from './context'
import { SelectField, SetField, TextField } from './fields'
import css from './forms.module.css'
import { Mistakes } from './frame'
import { NameAdder } from './name-adder'
import { placementInWords, placementsOf, type Placement } from './placements'
import { RuleField } from './rule-field'
import { put, take, within, type Place } from './use-edits'
import { useList } from './use-list'

type Rendering = CatalogueFormsActionForm['renderings'][number]

/** The words that a kind of treatment usually has, in the order they are read. */
const WORDS = ['subject', 'title', 'body', 'button', 'link', 'image', 'html'] as const
type Word = (typeof WORDS)[number]
const isWord = (name: string): name is Word => WORDS.some((word) => word === name)

/** Where an action is put to people, and in which words. */
export function Renderings({ action }: { action: CatalogueFormsActionForm }) {
  const { t } = useTranslation()
  const { draft, forms, fixed } = useForms()
  const place = within(action, 'renderings')
  const list = useList(place, action.renderings.length)
  const whole = problemsIn(draft, place).filter(
    (problem) => problem.path.length === place.path.length,
  )
  const add = () => {
    const channel =
      forms.channels.find((each) => !action.renderings.some((one) => one.channel === each.id)) ??
      forms.channels[0]
    void list.append({
      channel: channel?.id ?? '',
      words: { title: action.name ?? action.id, body: t('forms.renderings.newBody') },
    })
  }
  return (
    <>
      <Mistakes problems={whole} />
      <ol className={css.renderings}>
        {action.renderings.map((rendering, at) => (
          <li key={at}>
            <One place={within(place, String(at))} rendering={rendering} action={action} />
          </li>
        ))}
      </ol>
      {!fixed && (
        <Button variant="default" size="compact-md" {...list.waits} onClick={add}>
          {t('forms.renderings.add')}
        </Button>
      )}
    </>
  )
}

interface OneProps {
  place: Place
  rendering: Rendering
  action: CatalogueFormsActionForm
}

function One({ place, rendering, action }: OneProps) {
  const { t } = useTranslation()
  const { forms, edit, editList, listing, fixed } = useForms()
  const named = rendering.treatment !== undefined
  const treatment = forms.treatments.find((each) => each.id === rendering.treatment)
  const channel = forms.channels.find((each) => each.id === rendering.channel)
  const known = placementsOf(forms, rendering.channel)
  const others = forms.treatments.filter((each) => each.channel === rendering.channel)
  return (
    <>
      <h4>
        {channel?.name ?? rendering.channel ?? '–'}
        {!fixed && action.renderings.length > 1 && (
          <button
            type="button"
            className={css.plain}
            aria-disabled={listing}
            onClick={() => void editList([take(place)])}
          >
            {t('forms.renderings.remove')}
          </button>
        )}
      </h4>
      <div className={css.fields}>
        <SelectField
          place={within(place, 'channel')}
          label={t('forms.channel')}
          value={rendering.channel}
          options={forms.channels.map((each) => ({ value: each.id, label: each.name ?? each.id }))}
        />
        {others.length > 0 && (
          <SelectField
            place={within(place, 'treatment')}
            label={t('forms.renderings.wordsFrom')}
            value={rendering.treatment}
            options={[
              { value: '', label: t('forms.renderings.ownWords') },
              ...others.map((each) => ({ value: each.id, label: each.id })),
            ]}
            onChoose={(next) =>
              edit(
                next === ''
                  ? [
                      take(within(place, 'treatment')),
                      put(within(place, 'words'), treatment?.words ?? { title: action.name }),
                    ]
                  : [
                      ...(named ? [] : [take(within(place, 'words'))]),
                      put(within(place, 'treatment'), next),
                    ],
              )
            }
          />
        )}
      </div>
      <SetField
        place={within(place, 'placements')}
        legend={t('decide.try.placements')}
        hint={rendering.placements.length === 0 ? t('decide.actions.anyPlace') : ''}
        values={rendering.placements}
        options={known.map((each) => ({ value: each.id, label: placementInWords(each) }))}
      />
      {!fixed && (
        <details className={css.more}>
          <summary>{t('forms.renderings.another')}</summary>
          <NameAdder
            label={t('forms.renderings.newPlacement')}
            onAdd={async (name) => {
              const { id, isNew } = placementCalled(known, name)
              if (rendering.placements.includes(id)) return true
              return edit([
                put(within(place, 'placements'), [...rendering.placements, id]),
                ...(isNew && channel && id !== name
                  ? [put(within(channel, 'placements', id), name)]
                  : []),
              ])
            }}
          />
        </details>
      )}
      {named ? (
        treatment && (
          <>
            <p className={css.hint}>
              {t('forms.renderings.shared', {
                file: treatment.file,
                count: usesOf(forms, treatment.id),
              })}
            </p>
            <Words place={treatment} words={treatment.words} />
          </>
        )
      ) : (
        <Words place={within(place, 'words')} words={rendering.words} />
      )}
      <details className={css.more}>
        <summary>{t('forms.renderings.more')}</summary>
        <RuleField
          place={within(place, 'when')}
          label={t('forms.renderings.when')}
          value={rendering.when}
          hint={t('forms.renderings.whenHint')}
          gives="answer"
        />
      </details>
    </>
  )
}

/** The placement of that name, or a new one with an id made of it. */
function placementCalled(known: readonly Placement[], name: string) {
  const found = known.find((each) => each.id === name || each.name === name)
  return found
    ? { id: found.id, isNew: false }
    : {
        id: slug(
          name,
          known.map((each) => each.id),
        ),
        isNew: true,
      }
}

function Words({ place, words }: { place: Place; words: Readonly<Record<string, string>> }) {
  const { t } = useTranslation()
  const { fixed, edit } = useForms()
  const present = WORDS.filter((word) => words[word] !== undefined)
  const absent = WORDS.filter((word) => words[word] === undefined)
  const others = Object.keys(words).filter((name) => !isWord(name))
  return (
    <div className={css.words}>
      {[...present, ...others].map((name) => (
        <TextField
          key={name}
          place={within(place, name)}
          label={isWord(name) ? t(`forms.words.${name}`) : name}
          kind={name === 'body' || name === 'html' ? 'long' : 'text'}
          value={words[name]}
          wide
        />
      ))}
      {!fixed && (
        <p className={css.adding}>
          {absent.map((name) => (
            <button
              key={name}
              type="button"
              className={css.plain}
              onClick={() => edit([put(within(place, name), t('forms.words.toWrite'))])}
            >
              + {t(`forms.words.${name}`)}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}

function usesOf(forms: CatalogueForms, treatment: string): number {
  return forms.issues
    .flatMap((issue) => issue.groups)
    .flatMap((group) => group.actions)
    .filter((action) => action.renderings.some((each) => each.treatment === treatment)).length
}
