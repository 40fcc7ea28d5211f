package cairn.blueprint.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/** The blueprints that ship with the product, by name. */
public final class ShippedBlueprints {
  private static final String FOLDER = "/blueprints/";

  /** In the order they are shown. */
  private static final List<String> NAMES = List.of("first-home", "first-year", "cycle-to-work");

  private ShippedBlueprints() {}

  public static List<String> names() {
    return NAMES;
  }

  /** The files of one; refuses a name that is none of {@link #names()}. */
  public static Bundle bundle(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no blueprint of that name ships");
    }
    var files = new TreeMap<String, String>();
    for (var path : text(FOLDER + name + "/files.txt").lines().toList()) {
      files.put(path, text(FOLDER + name + "/" + path));
    }
    return new Bundle(files);
  }

  private static String text(String resource) {
    try (var in = ShippedBlueprints.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
