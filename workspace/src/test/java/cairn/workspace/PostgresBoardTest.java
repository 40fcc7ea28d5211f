package cairn.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.workspace.board.BoardStore;
import cairn.workspace.board.StoredBatch;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract of boards in PostgreSQL. */
@EnabledIfEnvironmentVariable(
    named = PostgresServer.VARIABLE,
    matches = ".+",
    disabledReason = PostgresServer.ABSENT)
final class PostgresBoardTest extends BoardContract {
  @Override
  Workspace openEmpty() {
    return Workspace.open(PostgresServer.emptySchema(), clock);
  }

  @Test
  void twoServersWriteOneBoardWithoutAGap() {
    var board = board();
    try (var other = Workspace.open(workspace.place(), clock)) {
      var here = CompletableFuture.runAsync(() -> writeTwenty(workspace, board, "here"));
      var there = CompletableFuture.runAsync(() -> writeTwenty(other, board, "there"));
      here.join();
      there.join();
    }

    assertThat(workspace.boards().since(board.id(), 0, BoardStore.PAGE_MAX))
        .extracting(StoredBatch::rev)
        .isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
  }
}
