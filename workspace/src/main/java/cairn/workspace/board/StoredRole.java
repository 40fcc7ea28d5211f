package cairn.workspace.board;

import cairn.map.Role;
import java.util.Arrays;
import java.util.Locale;

/** A board's role as the word that is kept in the database. */
final class StoredRole {
  private StoredRole() {}

  static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  static Role role(String word) {
    return Arrays.stream(Role.values())
        .filter(role -> word(role).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A stored role has an unknown word."));
  }
}
