package cairn.server.http;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Handler {
  Reply answer(Request request) throws Exception;
}
