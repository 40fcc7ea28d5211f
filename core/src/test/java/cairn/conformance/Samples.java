package cairn.conformance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** Small logs whose results are published. */
final class Samples {

  /** The six compensation requests that textbooks on process mining begin with. */
  static final List<List<String>> RUNNING_EXAMPLE =
      List.of(
          request("thoroughly check decide reject"),
          request("check casually decide pay"),
          request("casually check decide reinitiate thoroughly check decide pay"),
          request("check thoroughly decide reject"),
          request(
              "casually check decide reinitiate check casually decide reinitiate casually check decide reject"),
          request("casually check decide pay"));

  /** Van der Aalst's log of 1,391 cases (<i>Process Mining</i>, chapter on conformance). */
  static final Variants FULL_LOG =
      letters(
          """
          455 acdeh, 191 abdeg, 177 adceh, 144 abdeh, 111 acdeg, 82 adceg, 56 adbeh,
          47 acdefdbeh, 38 adbeg, 33 acdefbdeh, 14 acdefbdeg, 11 acdefdbeg, 9 adcefcdeh,
          8 adcefdbeh, 5 adcefbdeg, 3 acdefbdefdbeg, 2 adcefdbeg, 2 adcefbdefbdeg,
          1 adcefdbefbdeh, 1 adbefbdefdbeg, 1 adcefdbefcdefdbeg\
          """);

  private Samples() {}

  /** A sequence with one letter a label. */
  static List<String> steps(String letters) {
    return letters.isEmpty() ? List.of() : List.of(letters.split(""));
  }

  private static Variants letters(String table) {
    var counts = new LinkedHashMap<List<String>, Long>();
    for (String row : table.split(",", -1)) {
      String[] countAndLetters = row.strip().split(" ", -1);
      counts.put(steps(countAndLetters[1]), Long.valueOf(countAndLetters[0]));
    }
    return new Variants(counts);
  }

  private static List<String> request(String words) {
    return Arrays.stream(("register " + words).split(" ", -1)).map(Samples::label).toList();
  }

  private static String label(String word) {
    return switch (word) {
      case "register", "reinitiate", "reject" -> word + " request";
      case "thoroughly", "casually" -> "examine " + word;
      case "check" -> "check ticket";
      case "pay" -> "pay compensation";
      default -> word;
    };
  }
}
