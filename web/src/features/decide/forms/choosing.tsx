import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { problemsIn, useForms } from './context'
import css from './forms.module.css'
import { Frame } from './frame'
import type { Place } from './use-edits'

interface Props {
  place: Place
  label: string
  hint?: ReactNode
  /** What stands there now; empty where something more is added. */
  value?: string
  /** What the button does. */
  act: string
  /** Tells whether it was kept. */
  onTake: (chosen: string) => Promise<boolean>
  /** The options. */
  children: ReactNode
}

/** One of several, taken with a button: whoever passes over the options by keys changes nothing. */
export function Choosing({ place, label, hint, value = '', act, onTake, children }: Props) {
  const { draft, fixed } = useForms()
  const [chosen, setChosen] = useState<string>()
  const now = chosen ?? value
  // It keeps its focus when what it does is done.
  const isIdle = now === value
  return (
    <Frame label={label} hint={hint} problems={problemsIn(draft, place)}>
      {(ids) => (
        <div className={css.choosing}>
          <select
            {...ids}
            value={now}
            disabled={fixed}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {children}
          </select>
          {!fixed && (
            <Button
              variant="default"
              aria-disabled={isIdle}
              data-disabled={isIdle || undefined}
              onClick={() => {
                if (isIdle) return
                void onTake(now).then((isKept) => {
                  if (isKept) setChosen(undefined)
                })
              }}
            >
              {act}
            </Button>
          )}
        </div>
      )}
    </Frame>
  )
}
