package cairn.blueprint.draft;

/**
 * What a journey made of a map says to people besides the map's own words, in the map's language.
 *
 * @param yes the answer that goes on
 * @param notNow the answer that goes on as if nothing was said
 * @param no the answer that leads to a no
 * @param felt how a step felt, before its name
 * @param helper the step where a colleague takes over
 */
public record Said(String yes, String notNow, String no, String felt, String helper) {
  /** For a map in English. */
  public static final Said IN_ENGLISH =
      new Said("Yes", "Not now", "No thanks", "How did it feel", "Somebody who helps");

  /** The words by which people are asked how a step felt. */
  public String howItFelt(String step) {
    return felt + ": " + Words.cut(step, Words.NAME_MAX - felt.length() - 5) + "?";
  }
}
