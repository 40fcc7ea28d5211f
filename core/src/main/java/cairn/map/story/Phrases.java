package cairn.map.story;

/** The few words of a case that are not the map's, in the language of the map. */
@FunctionalInterface
public interface Phrases {
  /**
   * Says a phrase.
   *
   * @param key one of {@code case.said} and {@code case.measured} (a note), {@code case.today} (a
   *     team), {@code case.feeling} and {@code case.effort} (a number)
   * @param values what its holes are filled with
   */
  String say(String key, Object... values);
}
