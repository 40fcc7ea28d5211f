package cairn.map.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The templates there are, in English and in German. */
public final class Templates {
  private static final String SOURCE = "Example, to be replaced by your own";
  private static final String SOURCE_IN_GERMAN = "Beispiel; ersetzen Sie es durch Ihr Eigenes";

  /** Empty lanes in their usual order. */
  public static final Template BLANK =
      read(
          "blank",
          """
          # Blank map
          about: The usual lanes, nothing in them.
          """);

  /** Buying a first home. */
  public static final Template FIRST_HOME = read("first-home", FirstHome.TEXT);

  /** Beginning to study. */
  public static final Template STUDENT_START = read("student-start", StudentStart.TEXT);

  /** From the car to the bicycle. */
  public static final Template CYCLE_TO_WORK = read("cycle-to-work", CycleToWork.TEXT);

  /** A visit to an outpatient clinic. */
  public static final Template PATIENT_VISIT = read("patient-visit", PatientVisit.TEXT);

  /** All of them, those with content first. */
  public static final List<Template> ALL =
      List.of(FIRST_HOME, STUDENT_START, CYCLE_TO_WORK, PATIENT_VISIT, BLANK);

  /** The same maps in the same order, in the words of a reader of German. */
  private static final List<Template> ALL_IN_GERMAN =
      List.of(
          readGerman("first-home", FirstHomeInGerman.TEXT),
          readGerman("student-start", StudentStartInGerman.TEXT),
          readGerman("cycle-to-work", CycleToWorkInGerman.TEXT),
          readGerman("patient-visit", PatientVisitInGerman.TEXT),
          readGerman(
              "blank",
              """
              # Leere Landkarte
              about: Die üblichen Bahnen, nichts darin.
              """));

  private Templates() {}

  private static Template read(String id, String text) {
    return TemplateText.read(id, "", SOURCE, text);
  }

  private static Template readGerman(String id, String text) {
    return TemplateText.read(id, "de", SOURCE_IN_GERMAN, text);
  }

  /** All of them in a language; in English where they are not written in it. */
  public static List<Template> in(Locale locale) {
    return locale.getLanguage().equals("de") ? ALL_IN_GERMAN : ALL;
  }

  /** Empty lanes in their usual order, for a map in a language. */
  public static Template blank(Locale locale) {
    return find(BLANK.id(), locale).orElse(BLANK);
  }

  /** The template of that id in a language, if there is one. */
  public static Optional<Template> find(String id, Locale locale) {
    return in(locale).stream().filter(template -> template.id().equals(id)).findFirst();
  }
}
