package cairn.person;

import java.time.Instant;

/** What a person allowed or refused, for one declared use of their data or one channel. */
public record Consent(String subject, boolean given, Instant at, String source) {
  /** The most subjects one person has a consent or refusal for. */
  public static final int KEPT_MAX = 64;
}
