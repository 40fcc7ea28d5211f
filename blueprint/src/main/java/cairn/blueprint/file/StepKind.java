package cairn.blueprint.file;

import org.jspecify.annotations.Nullable;

/** The kinds of step by the word that says them. */
enum StepKind {
  WAIT_FOR("waitFor"),
  TALK("talk"),
  DECIDE("decide"),
  ASK("ask"),
  SPLIT("split"),
  EXPERIMENT("experiment"),
  HAND_OVER("handOver"),
  NOTE("note"),
  END("end");

  private final String word;

  StepKind(String word) {
    this.word = word;
  }

  static @Nullable StepKind of(Tree.Mapping fields) {
    for (var kind : values()) {
      if (fields.fields().containsKey(kind.word)) {
        return kind;
      }
    }
    return null;
  }
}
