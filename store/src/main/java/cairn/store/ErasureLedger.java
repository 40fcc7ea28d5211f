package cairn.store;

import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.store.codec.In;
import cairn.store.codec.Out;
import cairn.store.codec.StateCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file beside the database that lists every erasure: a person's key and tombstone, which hold
 * objections and no identifier. It is no part of any backup, so a restored database is brought up
 * to it before it opens. Each record is {@code length u32, checksum u32, content}, synced before
 * the erasure is acknowledged. Thread-safe.
 */
final class ErasureLedger implements AutoCloseable {
  private static final int HEADER_BYTES = 8;

  /** A tombstone holds objections only; anything longer is damage. */
  private static final int RECORD_BYTES_MAX = 1 << 20;

  private final Path file;
  private final FileChannel channel;
  private long length;

  ErasureLedger(Path file) {
    this.file = file;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      length = channel.size();
      long whole = read(0, new ArrayList<>());
      if (whole < length) {
        // A crash in the middle of an append; it was not acknowledged.
        channel.truncate(whole);
        length = whole;
      }
    } catch (IOException e) {
      throw failed("read", e);
    }
  }

  /** Writes an erasure down; answers how long the ledger is now, in bytes. */
  synchronized long append(PersonState tombstone) {
    var out = new Out(256);
    out.raw(tombstone.key().bytes(), 0, PersonKey.BYTES);
    StateCodec.write(out, tombstone, StateCodec.NOTHING);
    var content = out.copy();
    var record = ByteBuffer.allocate(HEADER_BYTES + content.length);
    record.putInt(content.length).putInt(checksum(content)).put(content).flip();
    try {
      long at = length;
      while (record.hasRemaining()) {
        at += channel.write(record, at);
      }
      channel.force(true);
      length = at;
      return length;
    } catch (IOException e) {
      throw failed("written", e);
    }
  }

  synchronized long length() {
    return length;
  }

  /** The tombstones written at this length and after, oldest first. */
  synchronized List<PersonState> since(long from) {
    var tombstones = new ArrayList<PersonState>();
    try {
      if (from < length) {
        read(from, tombstones);
      }
    } catch (IOException e) {
      throw failed("read", e);
    }
    return tombstones;
  }

  /** Reads whole records; answers where they end. */
  private long read(long from, List<PersonState> tombstones) throws IOException {
    long at = from;
    while (length - at >= HEADER_BYTES) {
      var header = bytes(at, HEADER_BYTES);
      int size = header.getInt();
      int checksum = header.getInt();
      if (size < PersonKey.BYTES || size > RECORD_BYTES_MAX || size > length - at - HEADER_BYTES) {
        break;
      }
      var content = bytes(at + HEADER_BYTES, size).array();
      if (checksum(content) != checksum) {
        break;
      }
      var key = PersonKey.of(content, 0);
      var in = new In(content, PersonKey.BYTES, size, "the erasure ledger");
      tombstones.add(StateCodec.read(in, key).state());
      at += HEADER_BYTES + size;
    }
    return at;
  }

  private ByteBuffer bytes(long at, int size) throws IOException {
    var buffer = ByteBuffer.allocate(size);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new IOException("the file became shorter");
      }
    }
    return buffer.flip();
  }

  private static int checksum(byte[] content) {
    var sum = new CRC32C();
    sum.update(content);
    return (int) sum.getValue();
  }

  private StoreException failed(String what, IOException e) {
    return new StoreException(
        "The erasure ledger " + file + " cannot be " + what + ": " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failed("closed", e);
    }
  }
}
