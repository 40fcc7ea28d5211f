import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type * as api from '~/lib/api-schemas'
import css from './bring-in.module.css'
import { FIELDS, TEXT_CHARS_MAX, useImport, useLook, type Asked, type Columns } from './import-api'

const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const
const TITLE_MAX = 160

/** A map from a file: how it is read is shown, and put right, before anything is made of it. */
export function BringIn() {
  const { t } = useTranslation()
  const [file, setFile] = useState<{ name: string; asked: Asked }>()
  const [isTooLarge, setTooLarge] = useState(false)
  const [looked, setLooked] = useState<api.ImportLooked>()
  const look = useLook()
  const read = (chosen: File | undefined) =>
    chosen &&
    void textOf(chosen).then((text) => {
      setTooLarge(text.length > TEXT_CHARS_MAX)
      if (text.length > TEXT_CHARS_MAX) return setFile(undefined)
      const as = chosen.name.toLowerCase().endsWith('.json') ? 'json' : 'csv'
      const asked: Asked = { as, title: chosen.name.replace(/\.[a-z]+$/i, ''), text }
      setFile({ name: chosen.name, asked })
      setLooked(undefined)
      look.mutate(asked, { onSuccess: setLooked })
    })
  return (
    <div className={css.bring}>
      <label>
        <strong>{t('map.import.open')}</strong>
        <span>{t('map.import.hint')}</span>
        <input
          type="file"
          accept=".json,.csv,.tsv,.txt,application/json,text/csv"
          onChange={(event) => {
            read(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
      <div role="status">
        {isTooLarge && <p>{t('map.import.tooLarge', { max: TEXT_CHARS_MAX / 1e6 })}</p>}
        {look.error && <p>{look.error.message}</p>}
      </div>
      {file && looked && (
        <Looked
          key={file.name}
          name={file.name}
          asked={file.asked}
          looked={looked}
          again={(columns) => {
            const asked = { ...file.asked, columns }
            setFile({ ...file, asked })
            look.mutate(asked, { onSuccess: setLooked })
          }}
          leave={() => {
            setFile(undefined)
            look.reset()
          }}
        />
      )}
    </div>
  )
}

/** Spreadsheets write either UTF-8 or, on Windows, the old letters of western Europe. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

interface LookedProps {
  name: string
  asked: Asked
  looked: api.ImportLooked
  again: (columns: Columns) => void
  leave: () => void
}

function Looked({ name, asked, looked, again, leave }: LookedProps) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const make = useImport()
  const [title, setTitle] = useState(looked.title || (asked.title ?? ''))
  const { table, problems } = looked
  const said = {
    notes: t('map.cardsCount', { count: looked.notes }),
    stages: t('map.import.stages', { count: looked.stages }),
  }
  return (
    <section className={css.looked} aria-label={t('map.import.looked', { name })}>
      <h3>{t('map.import.looked', { name })}</h3>
      <p role="status">
        {table
          ? t('map.import.table', {
              ...said,
              rows: t('map.import.rows', { count: table.rows }),
              delimiter: t(
                `map.import.delimiters.${DELIMITERS[table.delimiter as ','] ?? 'comma'}`,
              ),
            })
          : t('map.import.map', said)}
      </p>
      {table && (
        <TableColumns
          table={table}
          columns={asked.columns ?? (table.columns as Columns)}
          again={again}
        />
      )}
      {problems.length > 0 && (
        <ul className={css.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <TextInput
        size="sm"
        label={t('map.import.title')}
        value={title}
        maxLength={TITLE_MAX}
        onChange={(event) => setTitle(event.target.value)}
      />
      {make.error && <p role="alert">{make.error.message}</p>}
      <div className={css.buttons}>
        <Button variant="default" onClick={leave}>
          {t('map.import.leave')}
        </Button>
        <Button
          loading={make.isPending}
          disabled={title.trim() === '' || (table !== undefined && looked.notes === 0)}
          onClick={() =>
            make.mutate(
              { ...asked, title: title.trim() },
              { onSuccess: ({ id }) => go(`/maps/${id}`) },
            )
          }
        >
          {t('map.import.make')}
        </Button>
      </div>
    </section>
  )
}

/** What was chosen stands at once, so that a second choice does not undo one still on its way. */
function TableColumns({
  table,
  columns,
  again,
}: {
  table: api.ImportTable
  columns: Columns
  again: (columns: Columns) => void
}) {
  const { t } = useTranslation()
  const choose = (field: string, value: string) => {
    const others = Object.entries(columns).filter(([name]) => name !== field)
    const own = value === '' ? [] : [[field, Number(value)] as const]
    again(Object.fromEntries([...others, ...own]))
  }
  return (
    <>
      <div className={css.columns}>
        {FIELDS.map((field) => (
          <label key={field}>
            {t('map.import.column', { field: t(`map.import.fields.${field}`) })}
            <select
              value={columns[field] ?? ''}
              onChange={(event) => choose(field, event.target.value)}
            >
              <option value="">{t('map.import.none')}</option>
              {table.header.map((heading, at) => (
                <option key={at} value={at}>
                  {heading || at + 1}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <div className={css.sample} tabIndex={0} role="region" aria-label={t('map.import.sample')}>
        <table>
          <thead>
            <tr>
              {table.header.map((heading, at) => (
                <th key={at} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.sample.map((row, at) => (
              <tr key={at}>
                {row.map((cell, place) => (
                  <td key={place}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
