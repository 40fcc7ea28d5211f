package cairn.bench.decide;

import cairn.person.PersonState;
import cairn.rule.Schema;
import cairn.value.Value;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Eight rules of five conditions, each in the rule language and beside it in Java as somebody would
 * write it by hand against the same state of a person. What is not known makes either false.
 */
final class HandRules {
  /** One rule in both forms. */
  record Pair(String text, Predicate<PersonState> byHand) {}

  private final Schema schema;

  HandRules(Schema schema) {
    this.schema = schema;
  }

  List<Pair> all() {
    return List.of(
        new Pair(
            "person.n00 >= 10 && person.n01 < 90 && person.t00 != 'w0' && person.d00 > 100.0"
                + " && person.f00",
            first()),
        new Pair(
            "person.n02 >= 5 && person.n03 <= 95 && person.t01 != 'w1' && person.d01 > 50.0"
                + " && person.n04 != 7",
            second()),
        new Pair(
            "person.n05 > 10 && person.n06 < 90 && person.n07 < 95 && person.n08 >= 3"
                + " && person.n09 < 97",
            third()),
        new Pair(
            "person.t02 != 'w2' && person.t03 != 'w3' && person.d02 < 950.0 && person.d03 < 900.0"
                + " && person.n10 >= 4",
            fourth()),
        new Pair(
            "person.f01 && person.n11 >= 8 && person.n12 < 92 && person.d04 > 60.0"
                + " && person.t04 != 'w0'",
            fifth()),
        new Pair(
            "person.n13 <= 96 && person.n14 > 2 && person.t05 == 'w1' && person.d05 < 970.0"
                + " && person.n15 >= 6",
            sixth()),
        new Pair(
            "person.d06 > 30.0 && person.d07 < 940.0 && person.n16 >= 9 && person.n17 < 91"
                + " && person.n18 != 50",
            seventh()),
        new Pair(
            "person.t06 != 'w3' && person.n19 < 88 && person.n00 > 6 && person.f00"
                + " && person.d00 < 990.0",
            eighth()));
  }

  private int slot(String name) {
    var attribute = schema.attribute(name);
    if (attribute == null) {
      throw new IllegalArgumentException("no attribute " + name);
    }
    return attribute.slot();
  }

  private static boolean is(@Nullable Value value) {
    return value instanceof Value.Flag(boolean yes) && yes;
  }

  private Predicate<PersonState> first() {
    int n00 = slot("n00");
    int n01 = slot("n01");
    int t00 = slot("t00");
    int d00 = slot("d00");
    int f00 = slot("f00");
    return person -> {
      var a = person.attributes();
      return a.get(n00) instanceof Value.Whole(long one)
          && one >= 10
          && a.get(n01) instanceof Value.Whole(long two)
          && two < 90
          && a.get(t00) instanceof Value.Text(String word)
          && !word.equals("w0")
          && a.get(d00) instanceof Value.Decimal(double amount)
          && amount > 100.0
          && is(a.get(f00));
    };
  }

  private Predicate<PersonState> second() {
    int n02 = slot("n02");
    int n03 = slot("n03");
    int n04 = slot("n04");
    int t01 = slot("t01");
    int d01 = slot("d01");
    return person -> {
      var a = person.attributes();
      return a.get(n02) instanceof Value.Whole(long one)
          && one >= 5
          && a.get(n03) instanceof Value.Whole(long two)
          && two <= 95
          && a.get(t01) instanceof Value.Text(String word)
          && !word.equals("w1")
          && a.get(d01) instanceof Value.Decimal(double amount)
          && amount > 50.0
          && a.get(n04) instanceof Value.Whole(long three)
          && three != 7;
    };
  }

  private Predicate<PersonState> third() {
    int n05 = slot("n05");
    int n06 = slot("n06");
    int n07 = slot("n07");
    int n08 = slot("n08");
    int n09 = slot("n09");
    return person -> {
      var a = person.attributes();
      return a.get(n05) instanceof Value.Whole(long one)
          && one > 10
          && a.get(n06) instanceof Value.Whole(long two)
          && two < 90
          && a.get(n07) instanceof Value.Whole(long three)
          && three < 95
          && a.get(n08) instanceof Value.Whole(long four)
          && four >= 3
          && a.get(n09) instanceof Value.Whole(long five)
          && five < 97;
    };
  }

  private Predicate<PersonState> fourth() {
    int t02 = slot("t02");
    int t03 = slot("t03");
    int d02 = slot("d02");
    int d03 = slot("d03");
    int n10 = slot("n10");
    return person -> {
      var a = person.attributes();
      return a.get(t02) instanceof Value.Text(String one)
          && !one.equals("w2")
          && a.get(t03) instanceof Value.Text(String two)
          && !two.equals("w3")
          && a.get(d02) instanceof Value.Decimal(double three)
          && three < 950.0
          && a.get(d03) instanceof Value.Decimal(double four)
          && four < 900.0
          && a.get(n10) instanceof Value.Whole(long five)
          && five >= 4;
    };
  }

  private Predicate<PersonState> fifth() {
    int f01 = slot("f01");
    int n11 = slot("n11");
    int n12 = slot("n12");
    int d04 = slot("d04");
    int t04 = slot("t04");
    return person -> {
      var a = person.attributes();
      return is(a.get(f01))
          && a.get(n11) instanceof Value.Whole(long one)
          && one >= 8
          && a.get(n12) instanceof Value.Whole(long two)
          && two < 92
          && a.get(d04) instanceof Value.Decimal(double three)
          && three > 60.0
          && a.get(t04) instanceof Value.Text(String four)
          && !four.equals("w0");
    };
  }

  private Predicate<PersonState> sixth() {
    int n13 = slot("n13");
    int n14 = slot("n14");
    int t05 = slot("t05");
    int d05 = slot("d05");
    int n15 = slot("n15");
    return person -> {
      var a = person.attributes();
      return a.get(n13) instanceof Value.Whole(long one)
          && one <= 96
          && a.get(n14) instanceof Value.Whole(long two)
          && two > 2
          && a.get(t05) instanceof Value.Text(String three)
          && three.equals("w1")
          && a.get(d05) instanceof Value.Decimal(double four)
          && four < 970.0
          && a.get(n15) instanceof Value.Whole(long five)
          && five >= 6;
    };
  }

  private Predicate<PersonState> seventh() {
    int d06 = slot("d06");
    int d07 = slot("d07");
    int n16 = slot("n16");
    int n17 = slot("n17");
    int n18 = slot("n18");
    return person -> {
      var a = person.attributes();
      return a.get(d06) instanceof Value.Decimal(double one)
          && one > 30.0
          && a.get(d07) instanceof Value.Decimal(double two)
          && two < 940.0
          && a.get(n16) instanceof Value.Whole(long three)
          && three >= 9
          && a.get(n17) instanceof Value.Whole(long four)
          && four < 91
          && a.get(n18) instanceof Value.Whole(long five)
          && five != 50;
    };
  }

  private Predicate<PersonState> eighth() {
    int t06 = slot("t06");
    int n19 = slot("n19");
    int n00 = slot("n00");
    int f00 = slot("f00");
    int d00 = slot("d00");
    return person -> {
      var a = person.attributes();
      return a.get(t06) instanceof Value.Text(String one)
          && !one.equals("w3")
          && a.get(n19) instanceof Value.Whole(long two)
          && two < 88
          && a.get(n00) instanceof Value.Whole(long three)
          && three > 6
          && is(a.get(f00))
          && a.get(d00) instanceof Value.Decimal(double four)
          && four < 990.0;
    };
  }
}
