/**
 * More people ask at once than there is to give. {@code Crush} lets many threads decide for many
 * people, each in several channels at the same time, on a store on disk that is closed and opened
 * under way, under limits of all sorts ({@code Scene}); afterwards {@code CrushLook} reads every
 * person's own log and counts, by itself, what was put to whom. Nothing here asks the code that
 * keeps the limits whether they were kept.
 */
@NullMarked
package cairn.sim.crush;

import org.jspecify.annotations.NullMarked;
