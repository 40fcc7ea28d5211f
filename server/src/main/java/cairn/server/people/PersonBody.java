package cairn.server.people;

import cairn.person.Identifier;
import cairn.server.journeys.Ways;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person, as far as we know them. Personal data.
 *
 * @param attributeNames what the attributes are called for people, by their raw name
 */
record PersonBody(
    String id,
    @Nullable String name,
    List<IdentifierBody> identifiers,
    Map<String, Object> attributes,
    Map<String, String> attributeNames,
    List<SegmentBody> segments,
    List<ConsentBody> consents,
    List<ObjectionBody> objections,
    LimitsBody limits,
    List<PurposeBody> purposes,
    List<JourneyBody> journeys,
    List<QuestionBody> questions,
    List<InteractionBody> interactions,
    Instant lastSeen,
    long factCount) {

  record IdentifierBody(String kind, String value) {
    static IdentifierBody of(Identifier identifier) {
      return new IdentifierBody(identifier.kind().word(), identifier.value());
    }
  }

  /** A segment that the person fits, and what it is called. */
  record SegmentBody(String id, String name) {}

  record ConsentBody(String subject, String name, boolean given, Instant at, String source) {}

  /**
   * An objection.
   *
   * @param name what it is against, in words; empty where the scope says all
   */
  record ObjectionBody(String scope, String subject, String name, Instant at) {}

  record LimitsBody(List<CapBody> caps, @Nullable QuietBody quiet, @Nullable Instant silentUntil) {}

  record CapBody(
      @Nullable String channel, int contactsMax, String window, @Nullable String channelName) {}

  record QuietBody(String from, String to) {}

  record PurposeBody(String id, String text, String source, Instant at, boolean open) {}

  /**
   * A journey and where the person stands on it.
   *
   * @param stages all stages in their order
   * @param onward where one may go on to from the step; none once the journey is over
   */
  record JourneyBody(
      String instance,
      String journey,
      String name,
      String purpose,
      int version,
      String stage,
      String stageName,
      String step,
      String stepName,
      String stepDescription,
      String state,
      @Nullable String ending,
      @Nullable String reason,
      @Nullable Instant heldUntil,
      Instant begunAt,
      Instant enteredAt,
      List<WaitBody> waits,
      List<StageBody> stages,
      List<Ways.Onward> onward) {}

  record StageBody(String id, String name) {}

  /** What a journey waits for, and until when. */
  record WaitBody(
      @com.fasterxml.jackson.annotation.JsonProperty("for") String what, @Nullable Instant until) {}

  /** A question that waits for the person's answer. */
  record QuestionBody(
      String effect,
      String question,
      String text,
      String kind,
      List<String> choices,
      String channel,
      Instant askedAt) {}

  record InteractionBody(
      String id, String subject, String channel, Instant at, @Nullable String response) {}
}
