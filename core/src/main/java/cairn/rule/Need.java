package cairn.rule;

/**
 * What a rule needs remembered of one event or contact.
 *
 * @param subject the event's name, or {@code contact:channel}
 * @param keep how many of its latest times
 */
public record Need(String subject, int keep) {}
