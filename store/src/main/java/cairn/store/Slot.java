package cairn.store;

import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person while a lane works on commands for them: the row as read, and as it stands now. */
final class Slot {
  final PersonKey key;
  final int shard;
  PersonState state;
  byte[] unknown;
  long fireAt;
  long writtenFireAt;
  boolean writtenOpen;
  boolean dirty;

  /** Entry numbers by command hash, of commands taken but not yet written. */
  private @Nullable Map<Long, Long> taken;

  Slot(PersonKey key, int shard, Rows.Person row) {
    this.key = key;
    this.shard = shard;
    state = row.state();
    unknown = row.unknown();
    fireAt = row.fireAt();
    written();
  }

  boolean isOpen() {
    return state.standing() == Standing.OPEN && !state.isUnknown();
  }

  void written() {
    writtenFireAt = fireAt;
    writtenOpen = isOpen();
    dirty = false;
  }

  void taken(long hash, long number) {
    if (taken == null) {
      taken = HashMap.newHashMap(2);
    }
    taken.put(hash, number);
  }

  /** The entry a command of this drain led to, or null. */
  @Nullable Long taken(long hash) {
    return taken == null ? null : taken.get(hash);
  }
}
