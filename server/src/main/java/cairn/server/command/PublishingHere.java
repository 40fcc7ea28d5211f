package cairn.server.command;

import cairn.blueprint.file.Bundle;
import cairn.server.Installation;
import cairn.server.publish.Publisher;

/** Publishes into an installation that this process has open. */
record PublishingHere(Installation installation) implements Publishing {
  @Override
  public boolean isAnythingPublished() {
    return installation.published().current().isPresent();
  }

  @Override
  public int publish(Bundle files) {
    return switch (installation.publisher().publish(files, "system:command-line")) {
      case Publisher.Outcome.Runs(var made, var migrations) -> made.number();
      case Publisher.Outcome.RunsAlready(int version) -> version;
      case Publisher.Outcome.Refused(var problems) ->
          throw new CommandFailure(
              "The blueprint has mistakes, so nothing was imported: "
                  + problems.getFirst().sentence());
    };
  }
}
