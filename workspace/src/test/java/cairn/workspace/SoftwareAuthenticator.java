package cairn.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A security key in memory: answers a browser's create and get calls for one site, with an ES256
 * key and no attestation, byte by byte as the WebAuthn recommendation lays them out (section 6.1
 * and 6.5). CBOR is written by hand, because the two maps never change their shape.
 */
final class SoftwareAuthenticator {
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int HAS_KEY = 0x40;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String host;
  private final String origin;
  private final byte[] credential;
  private final KeyPair keys;
  private byte[] userHandle = new byte[0];
  int count = 1;
  boolean verifiesOwner = true;

  SoftwareAuthenticator(String host, String origin, int number) {
    this.host = host;
    this.origin = origin;
    this.credential = ("credential number " + number).getBytes(StandardCharsets.UTF_8);
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  String id() {
    return base64(credential);
  }

  /** What a browser answers to navigator.credentials.create(options). */
  String create(String options) {
    var asked = parse(options).get("publicKey");
    userHandle = Base64.getUrlDecoder().decode(asked.get("user").get("id").asText());
    var client = clientData("webauthn.create", asked.get("challenge").asText());
    var key =
        concat(
            new byte[16],
            ByteBuffer.allocate(2).putShort((short) credential.length).array(),
            credential,
            coseKey());
    var data = concat(authenticatorData(HAS_KEY), key);
    var attestation =
        concat(
            new byte[] {(byte) 0xa3},
            text("fmt"),
            text("none"),
            text("attStmt"),
            new byte[] {(byte) 0xa0},
            text("authData"),
            bytes(data));
    return """
    {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
     "response":{"clientDataJSON":"%s","attestationObject":"%s","transports":["internal"]}}
    """
        .formatted(id(), id(), base64(client), base64(attestation));
  }

  /** What a browser answers to navigator.credentials.get(options). */
  String get(String options) {
    var asked = parse(options).get("publicKey");
    var client = clientData("webauthn.get", asked.get("challenge").asText());
    var data = authenticatorData(0);
    return """
    {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
     "response":{"clientDataJSON":"%s","authenticatorData":"%s","signature":"%s",
     "userHandle":"%s"}}
    """
        .formatted(
            id(),
            id(),
            base64(client),
            base64(data),
            base64(sign(concat(data, sha256(client)))),
            base64(userHandle));
  }

  private byte[] authenticatorData(int flags) {
    var all = flags | PRESENT | (verifiesOwner ? VERIFIED : 0);
    return concat(
        sha256(host.getBytes(StandardCharsets.UTF_8)),
        ByteBuffer.allocate(5).put((byte) all).putInt(count).array());
  }

  /** The public key as COSE has it: EC2, ES256, P-256, x, y. */
  private byte[] coseKey() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    return concat(
        new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21},
        bytes(unsigned(point.getAffineX().toByteArray())),
        new byte[] {0x22},
        bytes(unsigned(point.getAffineY().toByteArray())));
  }

  private byte[] sign(byte[] message) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] clientData(String type, String challenge) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge, origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] text(String words) {
    var utf8 = words.getBytes(StandardCharsets.UTF_8);
    return concat(new byte[] {(byte) (0x60 | utf8.length)}, utf8);
  }

  private static byte[] bytes(byte[] content) {
    return concat(new byte[] {0x58, (byte) content.length}, content);
  }

  private static byte[] unsigned(byte[] number) {
    var fixed = new byte[32];
    var from = Math.max(0, number.length - 32);
    System.arraycopy(number, from, fixed, 32 - (number.length - from), number.length - from);
    return fixed;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] concat(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static String base64(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
