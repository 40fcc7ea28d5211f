package cairn.map.template;

import java.util.List;
import java.util.Optional;

/** The templates there are. */
public final class Templates {
  /** Empty lanes in their usual order. */
  public static final Template BLANK =
      TemplateText.read(
          "blank",
          """
          # Blank map
          about: The usual lanes, nothing in them.
          """);

  /** Buying a first home. */
  public static final Template FIRST_HOME = TemplateText.read("first-home", FirstHome.TEXT);

  /** Beginning to study. */
  public static final Template STUDENT_START =
      TemplateText.read("student-start", StudentStart.TEXT);

  /** From the car to the bicycle. */
  public static final Template CYCLE_TO_WORK = TemplateText.read("cycle-to-work", CycleToWork.TEXT);

  /** A visit to an outpatient clinic. */
  public static final Template PATIENT_VISIT =
      TemplateText.read("patient-visit", PatientVisit.TEXT);

  /** All of them, those with content first. */
  public static final List<Template> ALL =
      List.of(FIRST_HOME, STUDENT_START, CYCLE_TO_WORK, PATIENT_VISIT, BLANK);

  private Templates() {}

  /** The template of that id, if there is one. */
  public static Optional<Template> find(String id) {
    return ALL.stream().filter(template -> template.id().equals(id)).findFirst();
  }
}
