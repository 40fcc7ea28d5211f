package cairn.server.people;

import cairn.engine.Host;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.publish.Published;
import cairn.value.Value;
import org.jspecify.annotations.Nullable;

/** Finds people by what an address calls them. Safe for many threads. */
public final class People {
  private final Host host;
  private final Published published;

  public People(Host host, Published published) {
    this.host = host;
    this.published = published;
  }

  /** The key behind 32 hexadecimal digits, {@code user:VALUE} or {@code anon:VALUE}. */
  public PersonKey key(String id) {
    try {
      if (id.startsWith("user:")) {
        return host.key(Identifier.user(id.substring(5)));
      }
      if (id.startsWith("anon:")) {
        return host.key(Identifier.anonymous(id.substring(5)));
      }
      return PersonKey.ofHex(id);
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.invalid(
          "id", "Name a person by 32 hexadecimal digits, user:VALUE or anon:VALUE.");
    }
  }

  /** The state of a known person; pointers are followed. */
  public PersonState known(String id) {
    var state = host.read(key(id));
    if (state.standing() == Standing.ERASED) {
      throw new HttpRefusal(Code.ERASED, "This person was erased.");
    }
    if (state.isUnknown()) {
      throw HttpRefusal.notFound("Nobody is known by this.");
    }
    return state;
  }

  /** What a person is called, or null where nothing is known. */
  public @Nullable String name(PersonKey person) {
    return name(host.read(person));
  }

  @Nullable String name(PersonState state) {
    var slot = published.current().map(b -> b.about().nameSlot()).orElse(-1);
    return state.attributes().get(slot) instanceof Value.Text(var name) && !name.isBlank()
        ? name
        : null;
  }
}
