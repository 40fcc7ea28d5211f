package cairn.server.http;

/** Finds out who is asking. */
@FunctionalInterface
public interface Gate {
  /**
   * The caller behind a request's cookie or key; nobody where it carries neither.
   *
   * @throws HttpRefusal where it carries a proof that is not good
   */
  Caller identify(RawRequest request);
}
