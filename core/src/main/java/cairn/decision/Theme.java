package cairn.decision;

/**
 * What an issue or a group is called.
 *
 * @param issue its issue's id
 * @param group its id within the catalogue, or empty for the issue itself
 */
public record Theme(String issue, String group, String name) {}
