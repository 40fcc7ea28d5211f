package cairn.sim.world;

import cairn.chance.Chance;
import java.util.List;
import java.util.Set;

/** Names and places for invented people. */
final class Names {
  private static final List<String> FIRST =
      List.of(
          "Ada", "Amir", "Anneke", "Aisha", "Ben", "Bram", "Carla", "Chidi", "Dana", "Daan", "Elif",
          "Emma", "Fatima", "Femke", "Finn", "Grace", "Hana", "Hugo", "Ines", "Ivan", "Jade", "Jan",
          "Kim", "Kofi", "Lars", "Leila", "Lotte", "Luca", "Mara", "Mehmet", "Mila", "Naomi",
          "Noor", "Olga", "Omar", "Petra", "Priya", "Rafael", "Roos", "Sam", "Sanne", "Sofia",
          "Tariq", "Tess", "Thijs", "Uma", "Viktor", "Wei", "Yara", "Zoe");
  private static final List<String> LAST =
      List.of(
          "Adeyemi",
          "Bakker",
          "Bauer",
          "Costa",
          "de Jong",
          "de Vries",
          "Diallo",
          "Fischer",
          "Haddad",
          "Hansen",
          "Ito",
          "Jansen",
          "Kaya",
          "Khan",
          "Kowalska",
          "Larsen",
          "Lopez",
          "Mulder",
          "Meyer",
          "Mwangi",
          "Nguyen",
          "Novak",
          "Okafor",
          "Patel",
          "Peters",
          "Rossi",
          "Schmidt",
          "Silva",
          "Smit",
          "Tanaka",
          "van Dijk",
          "Visser",
          "Wagner",
          "Yilmaz",
          "Zhang");

  private static final Set<String> MEN =
      Set.of(
          "Amir", "Ben", "Bram", "Chidi", "Daan", "Finn", "Hugo", "Ivan", "Jan", "Kofi", "Lars",
          "Luca", "Mehmet", "Omar", "Rafael", "Sam", "Tariq", "Thijs", "Viktor", "Wei");

  private Names() {}

  /** Whether a first name is one that men have. */
  static boolean isAMans(String first) {
    return MEN.contains(first);
  }

  static String first(Chance chance) {
    return FIRST.get(chance.nextInt(FIRST.size()));
  }

  static String last(Chance chance) {
    return LAST.get(chance.nextInt(LAST.size()));
  }

  /** An address that leads nowhere: example.org is kept free for examples. */
  static String mail(String first, String last, int number) {
    return (first + "." + last + number + "@example.org")
        .toLowerCase(java.util.Locale.ROOT)
        .replace(' ', '-');
  }
}
