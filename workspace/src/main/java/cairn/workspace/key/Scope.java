package cairn.workspace.key;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key may do. */
public enum Scope {
  /** Sends what happened: native, Segment and CloudEvents intake. */
  EVENTS_WRITE("events:write"),
  /** Reads people, their journeys and timelines. */
  PEOPLE_READ("people:read"),
  /** States consents and limits, merges, ends, erases. */
  PEOPLE_WRITE("people:write"),
  /** Asks for the next best action and reports responses. */
  DECISIONS("decisions"),
  /** Reads journeys and their counts. */
  JOURNEYS_READ("journeys:read"),
  /** Checks and publishes blueprints. */
  BLUEPRINTS("blueprints"),
  /** Reads measures. */
  INSIGHT("insight"),
  /** Does all of it, and accounts, keys and settings. */
  ADMIN("admin");

  private final String wireName;

  Scope(String wireName) {
    this.wireName = wireName;
  }

  /** The name in JSON, on the command line and in the database. */
  public String wireName() {
    return wireName;
  }

  /** The scope of a wire name, if there is one. */
  public static Optional<Scope> named(String wireName) {
    return Arrays.stream(values()).filter(scope -> scope.wireName.equals(wireName)).findFirst();
  }

  static String join(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::wireName).collect(Collectors.joining(","));
  }

  static Set<Scope> split(String joined) {
    var scopes = EnumSet.noneOf(Scope.class);
    List.of(joined.split(",")).forEach(name -> named(name).ifPresent(scopes::add));
    return scopes;
  }
}
