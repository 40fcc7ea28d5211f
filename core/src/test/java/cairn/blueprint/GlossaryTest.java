package cairn.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read for the names that systems send. */
class GlossaryTest {
  @Test
  void aNameThatWasGivenIsRead() {
    var glossary = new Glossary(Map.of("W_NABELLEN", "Call about the offer"), Map.of());

    assertThat(glossary.event("W_NABELLEN")).isEqualTo("Call about the offer");
    assertThat(glossary.attribute("W_NABELLEN")).isEqualTo("W nabellen");
  }

  @ParameterizedTest
  @CsvSource({
    "application_submitted, Application submitted",
    "applicationSubmitted, Application submitted",
    "APPLICATION_SUBMITTED, Application submitted",
    "Viewing booked, Viewing booked",
    "W_Nabellen offertes, W Nabellen offertes",
    "visitsURLOften, Visits URLOften",
    "order.paid, Order paid",
    "2, 2",
    "_, _"
  })
  void aRawNameIsReadAsWords(String raw, String words) {
    assertThat(Glossary.words(raw)).isEqualTo(words);
  }
}
