package cairn.insight.log;

import cairn.conformance.Variants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sink that keeps everything. */
final class Collected implements RowSink {

  final List<PersonRows> people = new ArrayList<>();
  final List<ImportCursor> cursors = new ArrayList<>();

  @Override
  public void accept(List<PersonRows> batch, ImportCursor after) {
    people.addAll(batch);
    cursors.add(after);
  }

  List<EventRow> rows() {
    return people.stream().flatMap(person -> person.rows().stream()).toList();
  }

  /** The activities of each case. */
  Map<String, List<String>> journeys() {
    var journeys = new LinkedHashMap<String, List<String>>();
    for (PersonRows person : people) {
      person
          .cases()
          .forEach((id, rows) -> journeys.put(id, rows.stream().map(EventRow::activity).toList()));
    }
    return journeys;
  }

  Variants variants() {
    return Variants.of(journeys().values());
  }
}
