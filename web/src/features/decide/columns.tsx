import rules from './rules.module.css'

/** The head of a table: columns of words, then columns of numbers. */
export function Columns({
  words,
  numbers,
}: {
  words: readonly string[]
  numbers: readonly string[]
}) {
  return (
    <thead>
      <tr>
        {words.map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
        {numbers.map((title) => (
          <th key={title} scope="col" className={rules.number}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}
