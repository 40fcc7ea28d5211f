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

  private static final Set<String> KINDS = Set.of("put", "take", "copy", "move");

  /** The names that lead to an action: groups, one of them, actions, and the action. */
  private static final int ACTION_DEPTH = 4;

  /**
   * One change.
   *
   * @param path the names that lead to the place; in a list a number from 0; none to take out the
   *     whole file
   * @param kind {@code put} a value, {@code take} out what is there, {@code copy} it beside, or
   *     {@code move} it elsewhere
   * @param value what to put
   * @param as the name of the copy
   * @param to where it is moved
   */
  record Edit(
      String file,
      List<String> path,
      String kind,
      @Nullable JsonNode value,
      @Nullable String as,
      @Nullable Spot to) {}

  /** A place in a file. */
  record Spot(String file, List<String> path) {}

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
      var to = edit.to();
      if (edit.path().isEmpty()) {
        if (changed.remove(edit.file()) == null) {
          throw HttpRefusal.invalid(field + ".file", "There is no such file.");
        }
      } else if (edit.kind().equals("move") && to != null) {
        move(changed, edit, to, field);
      } else {
        var file = text(changed, edit.file());
        changed.put(edit.file(), done(made(file, edit, field), field).text());
      }
    }
    return changed;
  }

  private static void move(Map<String, String> files, Edit edit, Spot to, String field) {
    var from = text(files, edit.file());
    var part =
        from.part(edit.path())
            .orElseThrow(
                () -> HttpRefusal.invalid(field + ".path", "There is no such place in the file."));
    files.put(edit.file(), done(from.take(edit.path()), field).text());
    var into = text(files, to.file()).add(to.path(), part);
    files.put(to.file(), done(into, field + ".to").text());
  }

  private static FileText text(Map<String, String> files, String file) {
    return new FileText(files.getOrDefault(file, ""));
  }

  private static FileText done(FileText.Edited edited, String field) {
    return switch (edited) {
      case FileText.Edited.Done(var file) -> file;
      case FileText.Edited.Refused(var why) -> throw HttpRefusal.invalid(field, why);
    };
  }

  private static void check(@Nullable Edit edit, String field) {
    if (edit == null || edit.file() == null || edit.path() == null || edit.kind() == null) {
      throw HttpRefusal.invalid(field, "Send file, path and kind.");
    }
    if (!KINDS.contains(edit.kind())) {
      throw HttpRefusal.invalid(field + ".kind", "Send one of put, take, copy, move.");
    }
    boolean isWholeFile = edit.kind().equals("take") && edit.path().isEmpty();
    if (!isWholeFile) {
      check(edit.file(), edit.path(), field);
    }
    var to = edit.to();
    if (edit.kind().equals("move")) {
      if (to == null || to.file() == null || to.path() == null) {
        throw HttpRefusal.invalid(field + ".to", "Send the file and path it moves to.");
      }
      check(to.file(), to.path(), field + ".to");
      if (to.file().equals(edit.file()) && begins(to.path(), edit.path())) {
        throw HttpRefusal.invalid(field + ".to", "Nothing moves into itself.");
      }
    }
  }

  private static void check(String file, List<String> path, String field) {
    if (path.isEmpty() || path.size() > FileText.PATH_MAX || path.contains(null)) {
      throw HttpRefusal.invalid(
          field + ".path", "Send 1 to " + FileText.PATH_MAX + " names that lead to the place.");
    }
    if (file.endsWith(".json")) {
      throw HttpRefusal.invalid(field + ".file", "A file in JSON is changed as text.");
    }
  }

  private static boolean begins(List<String> path, List<String> start) {
    return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
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
      default -> {
        var put = file.put(edit.path(), plain(edit.value(), field + ".value", 0));
        yield put instanceof FileText.Edited.Done && isOfNoAction(file, edit.path())
            ? new FileText.Edited.Refused("This action is not here any more.")
            : put;
      }
    };
  }

  /**
   * Whether a place is inside an action that is not there, such as one that was moved meanwhile.
   */
  private static boolean isOfNoAction(FileText file, List<String> path) {
    return path.size() > ACTION_DEPTH
        && path.get(0).equals("groups")
        && path.get(2).equals("actions")
        && file.part(path.subList(0, ACTION_DEPTH)).isEmpty();
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
