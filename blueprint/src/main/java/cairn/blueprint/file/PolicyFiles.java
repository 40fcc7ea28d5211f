package cairn.blueprint.file;

import cairn.decision.ContactPolicy;
import cairn.decision.EngagementPolicy;
import cairn.decision.Response;
import cairn.decision.VolumeLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the rules on whom actions may be put to, how often, and how many in all. */
final class PolicyFiles {
  private final CatalogueReading reading;
  private final List<EngagementPolicy> policies = new ArrayList<>();
  private final List<ContactPolicy> contacts = new ArrayList<>();
  private final List<VolumeLimit> volumes = new ArrayList<>();

  PolicyFiles(CatalogueReading reading) {
    this.reading = reading;
  }

  List<EngagementPolicy> policies() {
    return policies;
  }

  List<ContactPolicy> contacts() {
    return contacts;
  }

  List<VolumeLimit> volumes() {
    return volumes;
  }

  void read(FileReading file) {
    each(file, "policies", (id, fields) -> policies.add(policy(file, id, fields)));
    each(file, "contacts", (id, fields) -> contacts.add(contact(file, id, fields)));
    each(file, "volumes", (id, fields) -> volumes.add(volume(file, id, fields)));
  }

  private interface Reader {
    void read(String id, Tree.Mapping fields);
  }

  private void each(FileReading file, String part, Reader reader) {
    FileReading.mapping(file.root(), part)
        .fields()
        .forEach((id, field) -> {
          reading.name(file, field.key(), id);
          if (field.value() instanceof Tree.Mapping fields) {
            reader.read(id, fields);
          }
        });
  }

  private EngagementPolicy policy(FileReading file, String id, Tree.Mapping fields) {
    return new EngagementPolicy(
        id,
        CatalogueReading.constant(
            List.of(EngagementPolicy.Test.values()), FileReading.text(fields, "test", "")),
        reading.scope(file, fields),
        reading.rules().condition(file, fields, "when", CatalogueReading.REQUEST),
        FileReading.text(fields, "sentence", ""),
        FileReading.text(fields, "owner", ""));
  }

  private ContactPolicy contact(FileReading file, String id, Tree.Mapping fields) {
    var scope = reading.scope(file, fields);
    var channel = FileReading.scalar(fields, "channel");
    if (channel != null) {
      Known.check(file, channel, "channel", reading.known().channels().keySet());
    }
    var sentence = FileReading.text(fields, "sentence", "");
    var owner = FileReading.text(fields, "owner", "");
    var suppress = FileReading.mapping(fields, "suppress");
    if (!suppress.fields().isEmpty()) {
      return new ContactPolicy.Suppression(
          id,
          scope,
          channel == null ? null : channel.text(),
          CatalogueReading.constant(
              List.of(Response.Kind.values()), FileReading.text(suppress, "response", "")),
          FileReading.whole(suppress, "times", 1),
          span(suppress, "within"),
          span(suppress, "pause"),
          sentence,
          owner);
    }
    var cap = FileReading.mapping(fields, "cap");
    return new ContactPolicy.Cap(
        id,
        scope,
        channel == null ? null : channel.text(),
        FileReading.whole(cap, "contacts", 0),
        span(cap, "within"),
        sentence,
        owner);
  }

  private VolumeLimit volume(FileReading file, String id, Tree.Mapping fields) {
    return new VolumeLimit(
        id,
        reading.scope(file, fields),
        FileReading.whole(fields, "units", 0),
        span(fields, "per"),
        FileReading.text(fields, "sentence", ""),
        FileReading.text(fields, "owner", ""));
  }

  /** A span whose shape was checked; a wrong one was told. */
  private static Duration span(Tree.Mapping fields, String name) {
    var span = FileReading.span(fields, name);
    return span == null ? Duration.ofDays(1) : span;
  }
}
