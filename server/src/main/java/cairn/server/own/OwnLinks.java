package cairn.server.own;

import cairn.person.PersonKey;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Request;
import cairn.server.seal.Seal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Links by which people open their own page: the person and until when, signed. Whoever holds the
 * link is taken for the person, so it is short-lived and travels in the part of an address that
 * browsers send nobody. Safe for many threads.
 */
public final class OwnLinks {
  /** The header that carries the link's token. */
  public static final String HEADER = "Cairn-Link";

  /** How long a link opens the page. */
  public static final Duration GOOD_FOR = Duration.ofDays(7);

  private static final String KIND = "own";
  private static final String SEPARATOR = "\n";
  private static final int PARTS = 3;

  private final Seal seal;
  private final InstantSource clock;

  /** A link: where it leads, from the root of this server, and until when. */
  record Link(String path, Instant expires) {}

  private OwnLinks(Seal seal, InstantSource clock) {
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * Opens the key in a file, or makes one; taking the file away voids every link.
   *
   * @param clock the time of those who hold links
   */
  public static OwnLinks open(Path file, InstantSource clock) {
    return new OwnLinks(Seal.open(file), clock);
  }

  Link to(PersonKey person) {
    var expires = clock.instant().plus(GOOD_FOR);
    var said = String.join(SEPARATOR, KIND, person.hex(), Long.toString(expires.getEpochSecond()));
    return new Link("/me#" + seal.sign(said), Instant.ofEpochSecond(expires.getEpochSecond()));
  }

  /**
   * The person whose link a request carries.
   *
   * @throws HttpRefusal where it carries none of ours, or one whose time is over
   */
  PersonKey holder(Request request) {
    var said = request.header(HEADER).flatMap(seal::read).orElse("").split(SEPARATOR, PARTS);
    if (said.length == PARTS
        && said[0].equals(KIND)
        && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(said[2])))) {
      return PersonKey.ofHex(said[1]);
    }
    throw new HttpRefusal(
        Code.FORBIDDEN, "This link opens nothing any more. Ask whoever gave it for a new one.");
  }
}
