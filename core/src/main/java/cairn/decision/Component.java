package cairn.decision;

/**
 * What dropped a candidate.
 *
 * @param id the rule's name; unique in a catalogue
 * @param sentence why, as a person could hear it
 * @param owner the team that answers for it
 */
public record Component(String id, Stage stage, String sentence, String owner) {}
