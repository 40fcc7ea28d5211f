/**
 * Our own small way of speaking HTTP: {@link cairn.server.http.RouteTable} lists every route with
 * who may use it and what it takes and gives, {@link cairn.server.http.HttpApi} answers requests by
 * that table, and {@link cairn.server.http.HelidonServer} is the only type that knows the library
 * below. It knows nothing of people or journeys.
 */
@NullMarked
package cairn.server.http;

import org.jspecify.annotations.NullMarked;
