package cairn.insight.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of assessments: their kind and their place, by date, among those of the kind in the
 * same presentation. An assessment without a date comes last.
 */
final class OuladAssessments {

  /** The course an assessment belongs to, and what handing it in is called. */
  record Named(String course, String label) {}

  private record Dated(String id, String course, String kind, int day) {}

  private final Map<String, Named> byId = new HashMap<>();

  OuladAssessments(OuladTables tables, String table) throws LogReadException {
    Map<String, List<Dated>> groups = new LinkedHashMap<>();
    tables.read(
        table,
        List.of("code_module", "code_presentation", "id_assessment", "assessment_type", "date"),
        row -> {
          String course = row.get("code_module") + "-" + row.get("code_presentation");
          String kind = row.get("assessment_type");
          var dated =
              new Dated(
                  row.get("id_assessment"),
                  course,
                  kind,
                  OuladJourneys.day(row, "date").orElse(Integer.MAX_VALUE));
          groups.computeIfAbsent(course + " " + kind, group -> new ArrayList<>()).add(dated);
        });
    for (List<Dated> group : groups.values()) {
      group.sort(Comparator.comparingInt(Dated::day).thenComparing(Dated::id));
      for (int index = 0; index < group.size(); index++) {
        Dated dated = group.get(index);
        boolean isOnly = dated.kind().equals("Exam");
        String label = "Submit " + dated.kind() + (isOnly ? "" : index + 1);
        byId.put(dated.id(), new Named(dated.course(), label));
      }
    }
  }

  @Nullable Named of(String id) {
    return byId.get(id);
  }
}
