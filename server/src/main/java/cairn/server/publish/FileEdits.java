package cairn.server.publish;

import cairn.blueprint.file.FileText;
import cairn.server.http.HttpRefusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes of single places in files, made one after the other; all of them or none. */
final class FileEdits {
  /** Changes in one request. */
  static final int EDITS_MAX = 200;

  private static final Set<String> KINDS = Set.of("put", "take", "copy");

  /**
   * One change.
   *
   * @param path the names that lead to the place; in a list a number from 0
   * @param kind {@code put} a value, {@code take} out what is there, or {@code copy} it beside
   * @param value what to put
   * @param as the name of the copy
   */
  record Edit(
      String file, List<String> path, String kind, @Nullable JsonNode value, @Nullable String as) {}

  private FileEdits() {}

  /** The files with every change made; refuses the first that cannot be made, by its number. */
  static Map<String, String> made(SortedMap<String, String> files, List<Edit> edits) {
    if (edits.isEmpty() || edits.size() > EDITS_MAX) {
      throw HttpRefusal.invalid("edits", "Send 1 to " + EDITS_MAX + " changes.");
    }
    var changed = new TreeMap<>(files);
    for (int at = 0; at < edits.size(); at++) {
      var edit = edits.get(at);
      var field = "edits[" + at + "]";
      check(edit, field);
      switch (made(new FileText(changed.getOrDefault(edit.file(), "")), edit, field)) {
        case FileText.Edited.Done(var file) -> changed.put(edit.file(), file.text());
        case FileText.Edited.Refused(var why) -> throw HttpRefusal.invalid(field, why);
      }
    }
    return changed;
  }

  private static void check(@Nullable Edit edit, String field) {
    if (edit == null || edit.file() == null || edit.path() == null || edit.kind() == null) {
      throw HttpRefusal.invalid(field, "Send file, path and kind.");
    }
    if (edit.path().isEmpty()
        || edit.path().size() > FileText.PATH_MAX
        || edit.path().contains(null)) {
      throw HttpRefusal.invalid(
          field + ".path", "Send 1 to " + FileText.PATH_MAX + " names that lead to the place.");
    }
    if (!KINDS.contains(edit.kind())) {
      throw HttpRefusal.invalid(field + ".kind", "Send one of put, take, copy.");
    }
    if (edit.file().endsWith(".json")) {
      throw HttpRefusal.invalid(field + ".file", "A file in JSON is changed as text.");
    }
  }

  private static FileText.Edited made(FileText file, Edit edit, String field) {
    return switch (edit.kind()) {
      case "take" -> file.take(edit.path());
      case "copy" -> {
        var as = edit.as();
        if (as == null || as.isBlank()) {
          throw HttpRefusal.invalid(field + ".as", "Send the name of the copy.");
        }
        yield file.copy(edit.path(), as);
      }
      default -> file.put(edit.path(), plain(edit.value(), field + ".value", 0));
    };
  }

  private static Object plain(@Nullable JsonNode node, String field, int depth) {
    if (node == null
        || node.isNull()
        || depth > FileText.PATH_MAX
        || (node.isNumber() && !Double.isFinite(node.doubleValue()))) {
      throw HttpRefusal.invalid(
          field, "Send a text, a number, true or false, or lists and objects of them.");
    }
    if (node.isObject()) {
      var map = new LinkedHashMap<String, Object>();
      node.properties()
          .forEach(one -> map.put(one.getKey(), plain(one.getValue(), field, depth + 1)));
      return map;
    }
    if (node.isArray()) {
      var list = new ArrayList<Object>();
      node.forEach(one -> list.add(plain(one, field, depth + 1)));
      return list;
    }
    return node.isNumber()
        ? node.decimalValue()
        : node.isBoolean() ? node.booleanValue() : node.asText();
  }
}
