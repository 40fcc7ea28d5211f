package cairn.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.BoardState;
import cairn.map.CaseForAction;
import cairn.map.Comment;
import cairn.map.ElementId;
import cairn.map.Fields;
import cairn.map.Initiative;
import cairn.map.JourneyMap;
import cairn.map.Kind;
import cairn.map.Moment;
import cairn.map.Op;
import cairn.map.Vote;
import cairn.map.template.Templates;
import cairn.server.words.Tongue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a room chose and decided, as the end summary says it in either language. */
final class MapSummaryTest {
  private static final ElementId FIRST = new ElementId("m1");
  private static final ElementId SECOND = new ElementId("m2");

  private final List<Op> ops = new ArrayList<>(Templates.BLANK.ops());

  @Test
  void dotsComeFirstAndAreCounted() {
    put("m1", Fields.of(Kind.MOMENT).with(Moment.TITLE, "The wait"));
    put("m2", Fields.of(Kind.MOMENT).with(Moment.TITLE, "The answer"));
    dot("v1", FIRST);
    dot("v2", SECOND);
    dot("v3", SECOND);

    assertThat(lines(Tongue.ENGLISH, "Moments that matter"))
        .containsExactly("The answer (2 dots)", "The wait (1 dot)");
    assertThat(lines(Tongue.GERMAN, "Momente, die zählen"))
        .containsExactly("The answer (2 Punkte)", "The wait (1 Punkt)");
  }

  @Test
  void anInitiativeNamesItsOwnerItsFirstStepAndItsDayOrSaysWhatIsOpen() {
    put(
        "i1",
        Fields.of(Kind.INITIATIVE)
            .with(Initiative.TITLE, "A named deputy")
            .with(Initiative.OWNER, "Mona")
            .with(Initiative.FIRST_STEP, "Ask five advisers")
            .with(Initiative.DUE, Optional.of(LocalDate.parse("2026-05-18"))));
    assertThat(lines(Tongue.ENGLISH, "What we will do"))
        .containsExactly(
            "A named deputy. Owner: Mona. First step: Ask five advisers, by 18 May 2026.");
    assertThat(lines(Tongue.GERMAN, "Was wir tun werden"))
        .containsExactly(
            "A named deputy. Verantwortlich: Mona. Erster Schritt: Ask five advisers,"
                + " bis 18. Mai 2026.");

    put("i1", Fields.of(Kind.INITIATIVE).with(Initiative.TITLE, "A named deputy"));
    assertThat(lines(Tongue.ENGLISH, "What we will do"))
        .containsExactly(
            "A named deputy. Owner: still open. First step: still open, by a date still open.");
  }

  @Test
  void casesSayWhatWasDecidedAndCommentsThatTheyWait() {
    put(
        "c1",
        Fields.of(Kind.CASE)
            .with(CaseForAction.TITLE, "The wait")
            .with(CaseForAction.DECISION, CaseForAction.Decision.NOT_NOW));
    comment("k1");
    assertThat(lines(Tongue.ENGLISH, "Cases for action")).containsExactly("The wait: not now");
    assertThat(lines(Tongue.GERMAN, "Fälle zum Handeln")).containsExactly("The wait: jetzt nicht");
    assertThat(lines(Tongue.ENGLISH, "Still open")).containsExactly("1 comment not settled.");
    assertThat(lines(Tongue.GERMAN, "Noch offen"))
        .containsExactly("1 Anmerkung ist nicht erledigt.");

    comment("k2");
    assertThat(lines(Tongue.GERMAN, "Noch offen"))
        .containsExactly("2 Anmerkungen sind nicht erledigt.");
  }

  private void comment(String id) {
    put(id, Fields.of(Kind.COMMENT).with(Comment.TEXT, "Since when?"));
  }

  private void dot(String id, ElementId target) {
    put(id, Fields.of(Kind.VOTE).with(Vote.TARGET, Optional.of(target)));
  }

  private void put(String id, Fields fields) {
    ops.add(Op.put(fields.kind().make(new ElementId(id), fields)));
  }

  private List<String> lines(Tongue tongue, String heading) {
    return MapSummary.of(JourneyMap.of(BoardState.EMPTY.apply(ops)), tongue).stream()
        .filter(section -> section.heading().equals(heading))
        .findFirst()
        .orElseThrow()
        .lines();
  }
}
