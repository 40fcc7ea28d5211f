/**
 * Traces for whoever runs a server, on request. {@code Traces} is the one place where OpenTelemetry
 * enters: it turns answered requests, turns of the engine and syncs of the store into spans and
 * sends them by OTLP over HTTP. A span names routes and counts, never people, addresses or what
 * somebody sent.
 */
@NullMarked
package cairn.server.trace;

import org.jspecify.annotations.NullMarked;
