/**
 * How well and how fast the learner learns, on public data and on simulated people whose true
 * wishes are known, beside Vowpal Wabbit in the same run.
 *
 * <p>{@link cairn.bench.learning.LearningBench} is the front door; the protocols are written down
 * in docs/benchmarks.md.
 */
@org.jspecify.annotations.NullMarked
package cairn.bench.learning;
