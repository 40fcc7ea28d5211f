package cairn.person;

import java.time.Instant;

/** What a person allowed or refused, for one declared use of their data or one channel. */
public record Consent(String subject, boolean given, Instant at, String source) {}
