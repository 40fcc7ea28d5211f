/**
 * How fast events come in over HTTP: {@link cairn.bench.intake.IntakeBench} starts the product as a
 * process of its own and loads it over sockets from this one.
 */
@NullMarked
package cairn.bench.intake;

import org.jspecify.annotations.NullMarked;
