/** Measurements as ratios against the bare store and peers. */
@org.jspecify.annotations.NullMarked
package cairn.bench;
