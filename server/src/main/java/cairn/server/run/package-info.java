/**
 * How the server is doing: {@link cairn.server.run.Measures} counts, {@link
 * cairn.server.run.RunRoutes} tells operators and their machines. No measure is labelled with
 * anything personal.
 */
@NullMarked
package cairn.server.run;

import org.jspecify.annotations.NullMarked;
