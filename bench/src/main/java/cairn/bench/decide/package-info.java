/**
 * What deciding costs: {@link cairn.bench.decide.DecisionBench} measures the pipeline in memory, on
 * the store and over HTTP; {@link cairn.bench.decide.OutboundBench} a scan that looks for whom to
 * contact. Both decide in one {@link cairn.bench.decide.Scenario}. Absolute numbers hold for one
 * machine alone; the ratios are taken in one run.
 */
@org.jspecify.annotations.NullMarked
package cairn.bench.decide;
