/**
 * Event logs that an organisation already has, read into journeys.
 *
 * <p>{@link cairn.insight.log.LogImport} is the front door: it looks at a file (XES or CSV, plain
 * or gzipped), says what it takes each part to mean ({@link cairn.insight.log.LogShape}), and hands
 * the rows of one person after the other to a {@link cairn.insight.log.RowSink}, in bounded memory
 * however large the file. Beside that it counts ({@link cairn.insight.log.LogSummary}) and draws
 * what it saw ({@link cairn.insight.log.ObservedJourney}). {@link cairn.insight.log.OuladJourneys}
 * does the same for a folder of the Open University's tables.
 *
 * <p>Nothing is dropped in silence: a row that cannot be used is kept in a file with its number,
 * the reason and what to do. This package never writes to the engine; the sink does.
 */
@org.jspecify.annotations.NullMarked
package cairn.insight.log;
