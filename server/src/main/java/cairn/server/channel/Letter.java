package cairn.server.channel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something ready to leave. Personal data.
 *
 * @param id names it for ever; the idempotency key towards whoever takes it
 * @param channel the channel or webhook it leaves by
 * @param person the person's key in hexadecimal
 * @param address where it goes, or null where the channel needs none
 * @param subject the treatment, question or step it is about
 * @param journey the journey it comes from, or null
 * @param words rendered fields: subject, body, title, link, button
 * @param content what the journey gave along
 */
record Letter(
    String id,
    String channel,
    String person,
    @Nullable String address,
    String subject,
    @Nullable String journey,
    Map<String, String> words,
    Map<String, Object> content) {
  Letter {
    words = Map.copyOf(words);
    content = Map.copyOf(content);
  }

  /** Says which, never what or to whom. */
  @Override
  public String toString() {
    return "Letter[" + id + " by " + channel + "]";
  }
}
