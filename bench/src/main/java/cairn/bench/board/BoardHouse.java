package cairn.bench.board;

import cairn.map.Batch;
import cairn.map.BatchId;
import cairn.map.ElementId;
import cairn.map.MemberId;
import cairn.map.Op;
import cairn.map.OrderKey;
import cairn.map.Value;
import cairn.server.CairnServer;
import cairn.server.Installation;
import cairn.server.Settings;
import cairn.workspace.map.BoardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A real server over a folder, on a free port of this machine, and boards made over its lines. */
final class BoardHouse implements AutoCloseable {
  /** Operations of one gesture while a board is filled. */
  private static final int TOGETHER = 200;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Installation installation;
  private final CairnServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  BoardHouse(Path folder) {
    installation =
        Installation.open(
            Settings.DEFAULTS.with(Map.of("port", "0", "store", folder.toString())),
            InstantSource.system());
    server = installation.serve();
  }

  String url() {
    return server.url();
  }

  BoardLine line(String board) {
    return BoardLine.open(client, server.url(), board);
  }

  /** The text of a board as the server reads it. */
  String read(String board) throws IOException, InterruptedException {
    return send(request("/v1/boards/" + board).GET());
  }

  /** A board of notes laid over stages and lanes, with moves after. */
  String board(int notes, int moves) throws IOException, InterruptedException {
    var made =
        send(
            request("/v1/boards")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"title\":\"Many notes\"}")));
    JsonNode id = JSON.readTree(made).path("id");
    String board = id.asText();
    var author = new MemberId("system:local");
    try (var line = line(board)) {
      var ops = new ArrayList<Op>(BoardFill.stages());
      ops.addAll(BoardFill.notes(notes));
      int batch = 0;
      for (int from = 0; from < ops.size(); from += TOGETHER) {
        var part = ops.subList(from, Math.min(ops.size(), from + TOGETHER));
        line.say(new Batch(new BatchId("fill-" + batch++), author, "Fill", List.copyOf(part)));
      }
      var random = new Random(7);
      for (int move = 0; move < moves; move++) {
        var set =
            new Op.Set(
                new ElementId("note-" + random.nextInt(notes)),
                Map.of(
                    "column", Value.of("stage-" + random.nextInt(BoardFill.STAGES)),
                    "order", Value.of(OrderKey.nth(random.nextInt(500)).text())));
        line.say(new Batch(new BatchId("move-" + move), author, "Move a note", List.of(set)));
      }
      line.awaitRevisions(batch + moves);
    }
    return board;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException("the server refused: " + answer.body());
    }
    return answer.body();
  }

  /** A batch as a message. */
  static String message(Batch batch) {
    return "{\"type\":\"batch\",\"batch\":" + BoardJson.write(batch) + "}";
  }

  @Override
  public void close() {
    server.close();
    installation.close();
  }
}
