package cairn.engine;

import cairn.log.Entry;
import cairn.person.PersonKey;

/**
 * One log entry as it passes in the feed of everything that happens.
 *
 * @param shard the shard it happened on
 * @param sequence its place in that shard's feed, rising by one
 */
public record FeedItem(int shard, long sequence, PersonKey person, Entry entry) {}
