package cairn.blueprint.rule;

import java.util.List;
import java.util.Random;

/**
 * Writes random rules that type-check: every construct of the language, nested a few deep. Decimals
 * stay finite and never become -0.0: beside whole numbers, CEL's interpreters take what is not a
 * number for the greatest of all and -0.0 for less than 0, where the language definition, and we,
 * do not.
 */
final class RandomRules {
  private static final List<String> ORDERS = List.of("<", "<=", ">", ">=");
  private static final List<String> EQUALS = List.of("==", "!=");

  private final Random random;

  RandomRules(Random random) {
    this.random = random;
  }

  String rule(int depth) {
    if (depth == 0) {
      return pick(
          "person.flagA",
          "person.flagB",
          "event.flag",
          "has(person.wholeA)",
          "has(event.amount)",
          "happened('Visit')",
          "within('Visit', '" + window() + "')",
          "segment('regulars')",
          "true",
          "false");
    }
    int d = depth - 1;
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> "(" + rule(d) + " && " + rule(d) + ")";
      case 3, 4, 5 -> "(" + rule(d) + " || " + rule(d) + ")";
      case 6 -> "!(" + rule(d) + ")";
      case 7 -> "(" + rule(d) + " ? " + rule(d) + " : " + rule(d) + ")";
      case 8 -> whole(d) + " " + order() + " " + whole(d);
      case 9 -> decimal(d) + " " + order() + " " + decimal(d);
      case 10 -> decimal(d) + " " + order() + " " + whole(d);
      case 11 -> text(d) + " " + order() + " " + text(d);
      case 12 -> time(d) + " " + order() + " " + time(d);
      case 13 -> span(d) + " " + order() + " " + span(d);
      case 14 -> equality(d);
      case 15 -> membership(d);
      case 16 -> text(d) + "." + pick("startsWith", "endsWith", "contains") + "(" + text(d) + ")";
      case 17 -> text(d) + ".matches('" + pick("a", "^b+", "[a-c]+$", "x|y", "(?i)A.") + "')";
      case 18 -> anything() + " " + order() + " " + pick(whole(d), decimal(d), text(d));
      default -> anything() + " " + equal() + " " + pick(whole(d), decimal(d), text(d), "true");
    };
  }

  private String equality(int d) {
    return switch (random.nextInt(6)) {
      case 0 -> whole(d) + " " + equal() + " " + whole(d);
      case 1 -> decimal(d) + " " + equal() + " " + decimal(d);
      case 2 -> text(d) + " " + equal() + " " + text(d);
      case 3 -> time(d) + " " + equal() + " " + time(d);
      case 4 -> texts(d) + " " + equal() + " " + texts(d);
      default -> "(" + rule(d) + ") " + equal() + " (" + rule(d) + ")";
    };
  }

  private String membership(int d) {
    return switch (random.nextInt(4)) {
      case 0 -> text(d) + " in " + texts(d);
      case 1 -> text(d) + " in ['a', 'ab', '']";
      case 2 -> whole(d) + " in [1, 2, " + whole(d) + "]";
      default -> anything() + " in [1, 'a', 2.5, true]";
    };
  }

  private String whole(int depth) {
    if (depth == 0) {
      return pick(
          "person.wholeA",
          "person.wholeB",
          "0",
          "1",
          "2",
          "-3",
          "9223372036854775807",
          "count('Visit', '" + window() + "')",
          "event.amount");
    }
    int d = depth - 1;
    return switch (random.nextInt(10)) {
      case 0, 1 -> "(" + whole(d) + " + " + whole(d) + ")";
      case 2 -> "(" + whole(d) + " - " + whole(d) + ")";
      case 3 -> "(" + whole(d) + " * " + whole(d) + ")";
      case 4 -> "(" + whole(d) + " / " + whole(d) + ")";
      case 5 -> "(" + whole(d) + " % " + whole(d) + ")";
      case 6 -> "size(" + pick(text(d), texts(d)) + ")";
      case 7 -> "int(" + pick(decimal(d), text(d)) + ")";
      case 8 -> time(d) + "." + dateField();
      default -> "(" + rule(d) + " ? " + whole(d) + " : " + whole(d) + ")";
    };
  }

  private String dateField() {
    var field =
        pick(
            "getFullYear",
            "getMonth",
            "getDate",
            "getDayOfMonth",
            "getDayOfWeek",
            "getDayOfYear",
            "getHours",
            "getMinutes",
            "getSeconds");
    return field + pick("()", "('Europe/London')", "('America/New_York')", "('+05:30')");
  }

  private String decimal(int depth) {
    if (depth == 0) {
      return pick(
          "person.decimalA", "person.decimalB", "0.0", "1.5", "-2.25", "1e30", "event.rate");
    }
    int d = depth - 1;
    return switch (random.nextInt(6)) {
      case 0 -> "(" + decimal(d) + " + " + decimal(d) + ")";
      case 1 -> "(" + decimal(d) + " - " + decimal(d) + ")";
      case 2 -> "(" + decimal(d) + " * " + decimal(d) + " + 0.0)";
      case 3 -> "(" + decimal(d) + " / " + pick("2.0", "-0.5", "3.0") + " + 0.0)";
      case 4 -> "double(" + whole(d) + ")";
      default -> "(-" + decimal(d) + " + 0.0)";
    };
  }

  private String text(int depth) {
    if (depth == 0) {
      return pick("person.textA", "person.textB", "''", "'a'", "'ab'", "'Z'", "event.word");
    }
    int d = depth - 1;
    return switch (random.nextInt(4)) {
      case 0, 1 -> "(" + text(d) + " + " + text(d) + ")";
      case 2 -> "string(" + pick("person.wholeA", "person.wholeB", "person.flagA") + ")";
      default -> "(" + rule(d) + " ? " + text(d) + " : " + text(d) + ")";
    };
  }

  private String texts(int depth) {
    return depth == 0
        ? pick("person.texts", "['a']", "['b', 'a']")
        : "[" + text(depth - 1) + ", " + text(depth - 1) + "]";
  }

  private String time(int depth) {
    if (depth == 0) {
      return pick(
          "person.timeA",
          "now",
          "last('Visit')",
          "timestamp('2026-03-29T00:59:59Z')",
          "timestamp('2026-10-25T01:30:00+01:00')");
    }
    int d = depth - 1;
    return "(" + time(d) + pick(" + ", " - ") + span(d) + ")";
  }

  private String span(int depth) {
    if (depth == 0) {
      return pick(
          "duration('36h')",
          "duration('90m')",
          "duration('0s')",
          "since('Visit')",
          "duration('-26h')");
    }
    int d = depth - 1;
    return random.nextBoolean()
        ? "(" + time(d) + " - " + time(d) + ")"
        : "(" + span(d) + pick(" + ", " - ") + span(d) + ")";
  }

  private String anything() {
    return pick("event.amount", "event.rate", "event.word", "event.flag", "event.missing");
  }

  private String order() {
    return ORDERS.get(random.nextInt(ORDERS.size()));
  }

  private String equal() {
    return EQUALS.get(random.nextInt(EQUALS.size()));
  }

  private String window() {
    return pick("1h", "24h", "7d", "4w");
  }

  private String pick(String... from) {
    return from[random.nextInt(from.length)];
  }
}
