package cairn.engine;

/**
 * What a host runs at a moment. A host reads it once for each group of commands and stamps the
 * numbers on them.
 *
 * @param world everything published, by number
 * @param blueprint the number new decisions use
 * @param models the number of the model snapshot new decisions use; 0 before there is one
 */
public record Running(World world, int blueprint, long models) {}
