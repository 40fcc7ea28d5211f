package cairn.server.command;

import cairn.server.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where settings come from: defaults, then a file, then the environment ({@code CAIRN_PORT}), then
 * options. The later wins.
 */
final class SettingsOptions {
  @Option(names = "--store", paramLabel = "DIR", description = "The folder of the store.")
  @Nullable Path store;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "A file of settings, one NAME=VALUE a line.")
  @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Changes one setting; may be repeated.")
  Map<String, String> changes = new LinkedHashMap<>();

  /** All of it together. */
  Settings settings() {
    return settings(Map.of());
  }

  /** The same with some more changes, which win. */
  Settings settings(Map<String, String> more) {
    var settings = Settings.DEFAULTS.with(fromFile()).with(environment()).with(changes);
    if (store != null) {
      settings = settings.with(Map.of("store", store.toString()));
    }
    return settings.with(more);
  }

  private Map<String, String> fromFile() {
    if (file == null) {
      return Map.of();
    }
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new CommandFailure("The settings " + file + " cannot be read.");
    }
    var all = new HashMap<String, String>();
    properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    return all;
  }

  /** {@code CAIRN_MAIL_HOST} is mailHost; what is not a setting belongs to somebody else. */
  private static Map<String, String> environment() {
    var all = new HashMap<String, String>();
    for (var name : Settings.NAMES) {
      var key = "CAIRN_" + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
      var value = System.getenv(key);
      if (value != null) {
        all.put(name, value);
      }
    }
    return all;
  }
}
