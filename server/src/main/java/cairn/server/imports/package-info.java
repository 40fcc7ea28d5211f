/**
 * Event logs become people's journeys: {@link cairn.server.imports.LogTarget} is where rows go, a
 * host of our own or a running server; {@link cairn.server.imports.ObservedBlueprint} draws a
 * journey from a log that no blueprint knows. Time comes from the log, and nothing is sent.
 */
@NullMarked
package cairn.server.imports;

import org.jspecify.annotations.NullMarked;
