/**
 * What the embedded engine costs: {@link cairn.bench.engine.EngineBench} measures it against a bare
 * loop over the same database, in one run, and prints ratios. Absolute numbers hold for one machine
 * alone.
 */
@org.jspecify.annotations.NullMarked
package cairn.bench.engine;
