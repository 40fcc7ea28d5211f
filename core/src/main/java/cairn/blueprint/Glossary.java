package cairn.blueprint;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What events and attributes are called where people read: the name that the blueprint's authors
 * gave, or else the raw name as words.
 *
 * @param events names of events by what systems send
 * @param attributes names of attributes by what rules use
 */
public record Glossary(Map<String, String> events, Map<String, String> attributes) {
  /** Nothing has a name of its own. */
  public static final Glossary EMPTY = new Glossary(Map.of(), Map.of());

  private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\d])\\p{Lu}+");
  private static final Pattern JOINT = Pattern.compile("[_.\\s]+");

  public Glossary {
    events = Map.copyOf(events);
    attributes = Map.copyOf(attributes);
  }

  public String event(String name) {
    var given = events.get(name);
    return given == null ? words(name) : given;
  }

  public String attribute(String name) {
    var given = attributes.get(name);
    return given == null ? words(name) : given;
  }

  /**
   * A raw name as words: {@code application_submitted}, {@code applicationSubmitted} and {@code
   * APPLICATION_SUBMITTED} all read "Application submitted". What holds no letter stays as it is.
   */
  public static String words(String name) {
    boolean shouted = name.equals(name.toUpperCase(Locale.ROOT));
    var parted = shouted ? name.toLowerCase(Locale.ROOT) : calm(name);
    var spaced = JOINT.matcher(parted).replaceAll(" ").strip();
    return spaced.isEmpty()
        ? name
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }

  /** Parts at a hump; a capital that a hump made is lowered, several together stay. */
  private static String calm(String name) {
    return HUMP.matcher(name)
        .replaceAll(found -> {
          var capitals = found.group();
          return " " + (capitals.length() == 1 ? capitals.toLowerCase(Locale.ROOT) : capitals);
        });
  }
}
