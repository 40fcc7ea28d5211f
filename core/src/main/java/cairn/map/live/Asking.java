package cairn.map.live;

import cairn.map.ElementId;
import cairn.map.live.JourneyProposal.About;
import cairn.map.live.JourneyProposal.Coverage;
import cairn.map.live.JourneyProposal.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions that a map leaves open, and how many of those that matter it answers. */
final class Asking {
  private final List<Question> questions = new ArrayList<>();
  private int answered;
  private int asked;

  List<Question> questions() {
    return questions;
  }

  Coverage coverage() {
    return new Coverage(answered, asked);
  }

  /** Something a running journey needs: counted, and asked for where it is missing. */
  void need(
      boolean isThere, Optional<ElementId> element, About about, String sentence, boolean blocks) {
    asked++;
    if (isThere) {
      answered++;
    } else {
      questions.add(new Question(element, about, sentence, blocks));
    }
  }

  /** Asks something that the coverage does not count. */
  void besides(ElementId element, About about, String sentence, boolean blocks) {
    questions.add(new Question(Optional.of(element), about, sentence, blocks));
  }

  static String quoted(String name) {
    return "\"" + name + "\"";
  }

  static String days(Duration wait) {
    long days = wait.toDays();
    return days > 0 ? days + (days == 1 ? " day" : " days") : wait.toMinutes() + " minutes";
  }
}
