package cairn.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** JSON at the edges: records out, records or trees in, with bounds on depth and length. */
public final class Json {
  public static final String TYPE = "application/json";

  /** How deep values may nest. */
  public static final int DEPTH_MAX = 64;

  /** The longest text inside JSON, in characters: a published blueprint's file. */
  public static final int TEXT_CHARS_MAX = 4_000_000;

  /** Makes parsers and generators, with our bounds. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxStringLength(TEXT_CHARS_MAX)
                  .maxNumberLength(100)
                  .maxNameLength(1_000)
                  .build())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /** Maps records; unknown fields are refused, absent ones are null. */
  public static final ObjectMapper MAPPER =
      new ObjectMapper(FACTORY)
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .registerModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new InstantReader()));

  private Json() {}

  private static final class InstantReader extends StdDeserializer<Instant> {
    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        return OffsetDateTime.parse(parser.getText()).toInstant();
      } catch (DateTimeException e) {
        throw InvalidFormatException.from(parser, "not a time", "", Instant.class);
      }
    }
  }

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a request's body as a record; refuses what is not JSON or does not fit. */
  public static <T> T read(Request request, int bytesMax, Class<T> type) {
    try {
      var value = MAPPER.readValue(request.body(bytesMax), type);
      if (value == null) {
        throw new HttpRefusal(Code.INVALID, "Send a JSON object.");
      }
      return value;
    } catch (JsonMappingException e) {
      throw misfit(e);
    } catch (IOException e) {
      throw new HttpRefusal(Code.INVALID, "The body is not valid JSON.");
    }
  }

  /** Reads a request's body as a tree that is an object. */
  public static JsonNode readObject(Request request, int bytesMax) {
    var tree = read(request, bytesMax, JsonNode.class);
    if (!tree.isObject()) {
      throw new HttpRefusal(Code.INVALID, "Send a JSON object.");
    }
    return tree;
  }

  /** Names the field, never the value: it may be personal. */
  private static HttpRefusal misfit(JsonMappingException e) {
    var field = new StringBuilder();
    for (var part : e.getPath()) {
      var name = part.getFieldName();
      field.append(name == null ? "[" + part.getIndex() + "]" : "." + name);
    }
    if (field.isEmpty()) {
      return new HttpRefusal(Code.INVALID, "The body does not have the form this route takes.");
    }
    var path = field.charAt(0) == '.' ? field.substring(1) : field.toString();
    return HttpRefusal.invalid(path, "This field is unknown here or has the wrong form.");
  }
}
